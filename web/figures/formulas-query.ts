import { useQuery } from "urql";
import { graphql, type ResultOf } from "../core/graphql.ts";

const formulasQuery = graphql(`
  query Formulas {
    formulas { formula nameZh nameEn wordsZh wordsEn }
  }
`);

export type FormulaWords = ResultOf<typeof formulasQuery>["formulas"][number];
const none: readonly FormulaWords[] = [];

/** The formulas in words; the API has them, so that page, file and API say the same. */
export function useFormulas(): readonly FormulaWords[] {
  const [{ data }] = useQuery({ query: formulasQuery });
  return data?.formulas ?? none;
}
