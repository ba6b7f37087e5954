import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql } from "../core/graphql.ts";
import { useLanguage } from "../core/language.tsx";
import { formatDate } from "../core/period.ts";
import { Notice } from "./states.tsx";

// They come newest first.
const firstChangeQuery = graphql(`
  query FirstChange { changeSets(last: 1) { nodes { createdAt } } }
`);

/** The day of the atlas's first data (ISO 8601, UTC), where a day before it is requested: then nothing is known of anything. */
export function useBeforeFirst(): string | null {
  const { asOf } = useAddress();
  const { data } = useAnswer(firstChangeQuery, {}, { pause: asOf === null });
  const first = data?.changeSets.nodes[0]?.createdAt;
  if (!asOf || !first) return null;
  // A day alone is requested as it ended.
  const moment = Date.parse(asOf.includes("T") ? asOf : `${asOf}T23:59:59.999Z`);
  return moment < Date.parse(first) ? first.slice(0, 10) : null;
}

/** Says that the atlas did not know anything yet: what is missing then says nothing of who published what. */
export function BeforeFirst({ day }: { day: string }) {
  const { t } = useTranslation();
  return (
    <Notice title={t("asOf.beforeFirst")}>
      <p>{t("asOf.beforeFirstWhy", { day: formatDate(day, useLanguage()) })}</p>
    </Notice>
  );
}
