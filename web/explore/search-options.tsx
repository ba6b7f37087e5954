import { Combobox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { nameOf, useLanguage } from "../core/language.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import { isHollow } from "./result.ts";
import styles from "./search.module.css";
import type { SearchGroup, SearchMatch } from "./search-query.ts";
import { matchReason } from "./search-reason.ts";

/** The value of an option, by which the search finds its match again. */
export const optionOf = ({ __typename, slug }: SearchMatch): string => `${__typename}:${slug}`;

/** Matches in groups, each under its heading. */
export function SearchGroups({ groups }: { groups: readonly SearchGroup[] }) {
  const { t } = useTranslation();
  return groups.map(({ kind, matches }) => (
    <Combobox.Group key={kind} label={t(`search.group.${kind}`)} classNames={{ groupLabel: styles.heading }}>
      {matches.map((match) => (
        <Combobox.Option key={match.slug} value={optionOf(match)} className={styles.option}>
          <MatchMark match={match} />
          <MatchName match={match} />
        </Combobox.Option>
      ))}
    </Combobox.Group>
  ));
}

function MatchMark({ match }: { match: SearchMatch }) {
  if (match.__typename === "SiteMatch" && match.site) return <KindMark kind={match.site.kind} hollow={isHollow(match.site)} />;
  return <span className={styles.mark} data-of={match.__typename} aria-hidden="true" />;
}

/** The name, and in small print what else matched, or where it is. */
function MatchName({ match }: { match: SearchMatch }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = nameOf(language, match);
  const district =
    match.__typename === "SiteMatch" ? match.site?.district : match.__typename === "PointMatch" ? match.inDistrict : null;
  // A name in another language, or another name, also says why this was found.
  const reason = matchReason(match, name, language) ?? (district && nameOf(language, district));
  return (
    <>
      <span>{match.__typename === "PointMatch" ? t("search.point", { point: name }) : name}</span>
      {reason && <small>{reason}</small>}
    </>
  );
}
