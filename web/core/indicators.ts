import { useAnswer } from "./answer.ts";
import { graphql, type ResultOf } from "./graphql.ts";

const indicatorsQuery = graphql(`
  query Indicators {
    indicators {
      slug
      nameZh
      nameEn
      siteCount
      unit { slug nameZh nameEn }
    }
  }
`);

/** Something that is measured, with how many sites have a figure of it. */
export type IndicatorName = ResultOf<typeof indicatorsQuery>["indicators"][number];

const noIndicators: readonly IndicatorName[] = [];

/** The indicators that any site has a figure of; requested once, and only where they are needed. */
export function useSiteIndicators(needed = true): readonly IndicatorName[] {
  const { data } = useAnswer(indicatorsQuery, {}, { isPaused: !needed });
  return data?.indicators.filter(({ siteCount }) => siteCount > 0) ?? noIndicators;
}
