import { useTranslation } from "react-i18next";
import type { Filter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { useAnswer } from "../core/answer.ts";
import { formatMetres } from "../core/format.ts";
import { graphql } from "../core/graphql.ts";
import { useLanguage } from "../core/language.tsx";

const distancesQuery = graphql(`
  query Distances($filter: SiteFilter) {
    sites(filter: $filter, first: 0) {
      distances { nearestKm withoutPoint }
    }
  }
`);

/** Where no site is near enough: how far the nearest is, and how many sites are at an unknown distance. */
export function NearestBeyond({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const distances = useAnswer(distancesQuery, { filter: siteFilter(filter) }).data?.sites.distances;
  if (!distances) return null;
  const { nearestKm, withoutPoint } = distances;
  return (
    <>
      {nearestKm !== null && <p>{t("list.nearestBeyond", { distance: formatMetres(Math.round(nearestKm * 1000), language) })}</p>}
      {withoutPoint > 0 && <p>{t("list.unmeasured", { count: withoutPoint })}</p>}
    </>
  );
}
