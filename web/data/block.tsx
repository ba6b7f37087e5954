import type { ReactNode } from "react";
import styles from "./data.module.css";

/** A part of the page: its title on the left, its content beside it; below it what needs the whole width. */
export function Block({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className={styles.block} data-wide={wide || undefined}>
      <h2 tabIndex={-1}>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
