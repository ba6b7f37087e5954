import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { type Filter, noFilter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql } from "../core/graphql.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/states.tsx";
import type { Catalogue } from "./catalogue.ts";
import { useConditions } from "./use-conditions.ts";

const NearestBeyond = lazy(async () => ({ default: (await import("./nearest-beyond.tsx")).NearestBeyond }));

const countQuery = graphql(`
  query CountSites($filter: SiteFilter) {
    sites(filter: $filter, first: 0) { totalCount }
  }
`);

const spellingQuery = graphql(`
  query NearestSpelling($text: String!) {
    search(text: $text, first: 1) {
      kind
      matches { spelling }
    }
  }
`);

/** Conditions whose removal is offered; each is counted by a query of its own. */
const MAX_REMOVALS_OFFERED = 6;

/** Why no site is listed, and what finds some: the nearest spelling of the text, or the filter without one of its conditions. */
export function NoSites({ catalogue }: { catalogue: Catalogue | undefined }) {
  const { t } = useTranslation();
  const { filter } = useAddress();
  const conditions = useConditions(catalogue);
  const kinds = filter.kinds.length > 0 ? [{ key: "kinds", name: t("filter.kinds"), without: { kinds: [] } }] : [];
  const removable = [...kinds, ...conditions];
  return (
    <Notice title={t("list.empty")}>
      {(filter.near || filter.nearKind || filter.within || filter.bbox) && (
        <Suspense>
          <NearestBeyond filter={filter} />
        </Suspense>
      )}
      {removable.length > 1 && <p>{t("list.emptyWhy")}</p>}
      {filter.text && <SimilarSpelling filter={filter} />}
      {removable.length > 1 &&
        removable
          .slice(0, MAX_REMOVALS_OFFERED)
          .map(({ key, name, without }) => <WithoutCondition key={key} name={name} filter={{ ...filter, ...without }} />)}
      <Button variant="link" onClick={() => navigate({ filter: noFilter })}>
        {t("reset")}
      </Button>
    </Notice>
  );
}

/** The filter with the nearest spelling of its text; where the other conditions leave nothing, the text alone. */
function SimilarSpelling({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const { data } = useAnswer(spellingQuery, { text: filter.text });
  const spelling = data?.search.map(({ matches }) => matches[0]?.spelling).find(Boolean) ?? "";
  const within = { ...filter, text: spelling };
  const textAlone = { ...noFilter, text: spelling };
  const [countWithin, countAlone] = [useCount(within, spelling === ""), useCount(textAlone, spelling === "")];
  const offeredFilter = countWithin ? within : textAlone;
  const count = countWithin || countAlone;
  if (!count) return null;
  return (
    <Button variant="link" onClick={() => navigate({ filter: offeredFilter })}>
      {t("list.similar", { text: spelling, count })}
    </Button>
  );
}

function WithoutCondition({ name, filter }: { name: string; filter: Filter }) {
  const { t } = useTranslation();
  const count = useCount(filter);
  if (!count) return null;
  return (
    <Button variant="link" onClick={() => navigate({ filter })}>
      {t("list.without", { name, count })}
    </Button>
  );
}

/** The number of sites that a filter would find; undefined until it is there. */
function useCount(filter: Filter, isPaused = false): number | undefined {
  return useAnswer(countQuery, { filter: siteFilter(filter) }, { isPaused }).data?.sites.totalCount;
}
