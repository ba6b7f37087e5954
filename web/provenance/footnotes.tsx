import { useTranslation } from "react-i18next";
import { text, useLanguage } from "../core/language.tsx";
import { reducedMotion } from "../core/media.ts";
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
        const name = `${text(language, source, "publisher")}: ${text(language, source, "title")}`;
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
function showSource(mark: HTMLElement, number: number) {
  // A drawer may stand beside a view that has a list of its own.
  const drawer = mark.closest("aside, [data-scrolls]");
  const entry = drawer?.querySelector<HTMLElement>(`#source-${number}`);
  if (!entry || !drawer) return;
  const [box, frame] = [entry.getBoundingClientRect(), drawer.getBoundingClientRect()];
  const offset = box.top + box.height / 2 - (frame.top + frame.height / 2);
  drawer.scrollBy({ top: offset, behavior: reducedMotion.matches() ? "auto" : "smooth" });
  entry.focus({ preventScroll: true });
}
