import { useTranslation } from "react-i18next";
import { type Filter, noFilter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { useAddress, visit } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql } from "../core/graphql.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/states.tsx";
import type { Catalogue } from "./catalogue.ts";
import { NearestBeyond } from "./nearest-beyond.tsx";
import { useConditions } from "./use-conditions.ts";

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

/** Conditions whose removal is offered; each is counted by a question of its own. */
const MOST_OFFERED = 6;

/** Why no site is listed, and what finds some: the nearest spelling of the text, or the filter without one of its conditions. */
export function NoSites({ catalogue }: { catalogue: Catalogue | undefined }) {
  const { t } = useTranslation();
  const { filter } = useAddress();
  const conditions = useConditions(catalogue);
  const kinds = filter.kinds.length > 0 ? [{ key: "kinds", name: t("filter.kinds"), without: { kinds: [] } }] : [];
  const all = [...kinds, ...conditions];
  return (
    <Notice title={t("list.empty")}>
      {(filter.near || filter.nearKind) && <NearestBeyond filter={filter} />}
      {all.length > 1 && <p>{t("list.emptyWhy")}</p>}
      {filter.text && <Similar filter={filter} />}
      {all.length > 1 &&
        all
          .slice(0, MOST_OFFERED)
          .map(({ key, name, without }) => <Without key={key} name={name} filter={{ ...filter, ...without }} />)}
      <Button variant="link" onClick={() => visit({ filter: noFilter })}>
        {t("reset")}
      </Button>
    </Notice>
  );
}

/** The filter with the nearest spelling of its text; where the other conditions leave nothing, the text alone. */
function Similar({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const { data } = useAnswer(spellingQuery, { text: filter.text });
  const found = data?.search.map(({ matches }) => matches[0]?.spelling).find(Boolean) ?? "";
  const within = { ...filter, text: found };
  const alone = { ...noFilter, text: found };
  const [inFilter, anywhere] = [useCount(within, found === ""), useCount(alone, found === "")];
  const offered = inFilter ? within : alone;
  const count = inFilter || anywhere;
  if (!count) return null;
  return (
    <Button variant="link" onClick={() => visit({ filter: offered })}>
      {t("list.similar", { text: found, count })}
    </Button>
  );
}

function Without({ name, filter }: { name: string; filter: Filter }) {
  const { t } = useTranslation();
  const count = useCount(filter);
  if (!count) return null;
  return (
    <Button variant="link" onClick={() => visit({ filter })}>
      {t("list.without", { name, count })}
    </Button>
  );
}

/** The number of sites that a filter would find; undefined until it is there. */
function useCount(filter: Filter, pause = false): number | undefined {
  return useAnswer(countQuery, { filter: siteFilter(filter) }, { pause }).data?.sites.totalCount;
}
