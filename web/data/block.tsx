import type { ReactNode } from "react";
import styles from "./data.module.css";

/** A part of the page: its title on the left, its content beside it. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.block}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
