import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql } from "../core/graphql.ts";
import { useLanguage } from "../core/language.tsx";
import { Notice } from "./states.tsx";

// They come newest first.
const firstChangeQuery = graphql(`
  query FirstChange { changeSets(last: 1) { nodes { createdAt } } }
`);

/** The day of the atlas's first data (ISO 8601, UTC), where an earlier day is requested: the atlas had no data then. */
export function useFirstPublicationAfter(): string | null {
  const { asOf } = useAddress();
  const { data } = useAnswer(firstChangeQuery, {}, { isPaused: asOf === null });
  const first = data?.changeSets.nodes[0]?.createdAt;
  if (!asOf || !first) return null;
  // A day without a time means its end.
  const moment = Date.parse(asOf.includes("T") ? asOf : `${asOf}T23:59:59.999Z`);
  return moment < Date.parse(first) ? first.slice(0, 10) : null;
}

/** Says that the atlas had no data yet, so an empty page is not mistaken for unpublished data. */
export function BeforeFirst({ day }: { day: string }) {
  const { t } = useTranslation();
  return (
    <Notice title={t("asOf.beforeFirst")}>
      <p>{t("asOf.beforeFirstWhy", { day: namedPeriodText(day, useLanguage()) })}</p>
    </Notice>
  );
}
