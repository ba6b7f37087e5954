import { textIn, useLanguage } from "../core/language.tsx";
import { CollapsedList } from "./collapsed-list.tsx";
import styles from "./data.module.css";
import type { DataAnswer } from "./data-query.ts";

/** Notes on the data, each under its topic. */
export function Notes({ notes }: { notes: DataAnswer["dataNotes"] }) {
  const language = useLanguage();
  return (
    <CollapsedList items={notes} initialCount={6} wholeOnPaper>
      {(shownNotes) => (
        <dl className={styles.notes}>
          {shownNotes.map((note) => (
            <div key={note.slug}>
              <dt>{textIn(language, note, "topic")}</dt>
              <dd>{textIn(language, note, "detail")}</dd>
            </div>
          ))}
        </dl>
      )}
    </CollapsedList>
  );
}
