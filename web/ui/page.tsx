import type { ReactNode } from "react";
import styles from "./page.module.css";

/** A page to read: heading, a sentence on what it is, content. */
export function Page({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  return (
    <main id="content" className={styles.page} tabIndex={-1}>
      <div className={styles.sheet}>
        <h1>{title}</h1>
        <div className={styles.lead}>{lead}</div>
        {children}
      </div>
    </main>
  );
}
