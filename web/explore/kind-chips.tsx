import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { toggleInList } from "../address/filter.ts";
import { changeFilter, useAddress } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { Button } from "../ui/button.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./explore.module.css";
import type { Result } from "./result.ts";

/** The four kinds as switches, each with the number of sites it would show. None pressed means all. */
export function KindChips({ facets }: { facets: Result["facets"] | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kinds } = useAddress().filter;
  const noteOf = useCountNote();
  return (
    <fieldset className={styles.kinds} aria-label={t("filter.kinds")}>
      {siteKinds.map((kind) => {
        const count = facets?.kinds.find((each) => each.kind === kind)?.count;
        return (
          <Button
            key={kind}
            className={styles.kind}
            title={(facets && noteOf?.(facets, kind, language)) ?? undefined}
            aria-pressed={kinds.includes(kind)}
            data-quiet={(kinds.length > 0 && !kinds.includes(kind)) || undefined}
            onClick={() => changeFilter({ kinds: toggleInList(kinds, kind) })}
          >
            <KindMark kind={kind} size={15} />
            <span>{t(`kind.${kind}`)}</span>
            <span className={styles.count}>{count === undefined ? "" : formatCount(count, language)}</span>
          </Button>
        );
      })}
    </fieldset>
  );
}

/** What a count consists of, in words that come after the first paint. */
function useCountNote() {
  const [countNote, setCountNote] = useState<typeof import("../../server/contract/count-notes.ts").countNote>();
  useEffect(() => {
    void import("../../server/contract/count-notes.ts").then((module) => setCountNote(() => module.countNote));
  }, []);
  return countNote;
}
