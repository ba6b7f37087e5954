import { useTranslation } from "react-i18next";
import type { Filter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { useAnswer } from "../core/answer.ts";
import { decimalsBeside } from "../core/distance-decimals.ts";
import { formatDistance, formatMetres } from "../core/format.ts";
import { graphql } from "../core/graphql.ts";
import { useLanguage } from "../core/language.tsx";

const distancesQuery = graphql(`
  query Distances($filter: SiteFilter) {
    sites(filter: $filter, first: 0) {
      distances { nearestKm }
    }
  }
`);

/** Where no site is near enough: how far the nearest is. */
export function NearestBeyond({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const km = useAnswer(distancesQuery, { filter: siteFilter(filter) }).data?.sites.distances?.nearestKm ?? null;
  if (km === null) return null;
  const limitKm = (filter.near ?? filter.nearKind)?.withinKm ?? 0;
  const distance =
    km < 1 ? formatMetres(Math.round(km * 1000), language) : formatDistance(km, language, decimalsBeside(km, limitKm));
  return <p>{t("list.nearestBeyond", { distance })}</p>;
}
