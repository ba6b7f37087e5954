import { useTranslation } from "react-i18next";
import { withColon } from "../core/format.ts";
import { textIn, useLanguage } from "../core/language.tsx";
import { reducedMotionQuery } from "../core/media.ts";
import type { SourceRecord } from "./figure.ts";
import styles from "./figures.module.css";

/** Returns the number of a source in the list at the foot. */
export type FootnoteNumberOf = (source: SourceRecord) => number | undefined;

/** Footnote marks that lead to the list of sources. */
export function Footnotes({
  sources,
  footnoteNumberOf,
}: {
  sources: readonly SourceRecord[];
  footnoteNumberOf: FootnoteNumberOf;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className={styles.footnotes}>
      {sources.map((source) => {
        const number = footnoteNumberOf(source);
        if (number === undefined) return null;
        const name = withColon(textIn(language, source, "publisher"), textIn(language, source, "title"), language);
        return (
          <button
            key={source.slug}
            type="button"
            title={name}
            aria-label={t("site.source", { number })}
            onClick={(event) => showSource(event.currentTarget, number)}
          >
            {number}
          </button>
        );
      })}
    </span>
  );
}

/** Goes to a source in the list at the foot and marks it. Only the drawer or the view scrolls, not the page around it. */
function showSource(footnoteMark: HTMLElement, number: number) {
  // A drawer may stand beside a view that has a list of its own.
  const drawer = footnoteMark.closest("aside, [data-scrolls]");
  const sourceEntry = drawer?.querySelector<HTMLElement>(`#source-${number}`);
  if (!sourceEntry || !drawer) return;
  const [entryRect, drawerRect] = [sourceEntry.getBoundingClientRect(), drawer.getBoundingClientRect()];
  const offset = entryRect.top + entryRect.height / 2 - (drawerRect.top + drawerRect.height / 2);
  drawer.scrollBy({ top: offset, behavior: reducedMotionQuery.matches() ? "auto" : "smooth" });
  sourceEntry.focus({ preventScroll: true });
}
