import type { ReactNode } from "react";
import styles from "./frame.module.css";

interface FrameProps {
  /** The page takes the rest of the window and scrolls within itself; other pages scroll beneath what is on top. */
  fills: boolean;
  /** What stands above every page: the bar, and strips beneath it. */
  top: ReactNode;
  children: ReactNode;
}

export function Frame({ fills, top, children }: FrameProps) {
  return (
    <div className={styles.frame} data-fills={fills || undefined}>
      <div className={styles.top}>{top}</div>
      {children}
    </div>
  );
}
