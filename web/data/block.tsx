import type { ReactNode } from "react";
import styles from "./data.module.css";

interface BlockProps {
  title: string;
  wide?: boolean;
  /** It is a control, which paper leaves out. */
  tool?: boolean;
  children: ReactNode;
}

/** A part of the page: its title on the left, its content beside it; below it what needs the whole width. */
export function Block({ title, wide, tool, children }: BlockProps) {
  return (
    <section className={styles.block} data-wide={wide || undefined} data-tool={tool || undefined}>
      <h2 tabIndex={-1}>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
