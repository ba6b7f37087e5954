import { text, useLanguage } from "../core/language.tsx";
import styles from "./data.module.css";
import type { DataAnswer } from "./data-query.ts";
import { Folded } from "./folded.tsx";

/** Notes on the data, each under its topic. */
export function Notes({ notes }: { notes: DataAnswer["dataNotes"] }) {
  const language = useLanguage();
  return (
    <Folded items={notes} most={6}>
      {(shown) => (
        <dl className={styles.notes}>
          {shown.map((note) => (
            <div key={note.slug}>
              <dt>{text(language, note, "topic")}</dt>
              <dd>{text(language, note, "detail")}</dd>
            </div>
          ))}
        </dl>
      )}
    </Folded>
  );
}
