import { type ReactNode, useLayoutEffect, useRef } from "react";
import styles from "./frame.module.css";

interface FrameProps {
  /** The page takes the rest of the window and scrolls within itself; other pages scroll beneath what is on top. */
  fillsWindow: boolean;
  /** Above every page: the bar, and the strips beneath it. */
  top: ReactNode;
  children: ReactNode;
}

export function Frame({ fillsWindow, top, children }: FrameProps) {
  const head = useRef<HTMLDivElement>(null);
  // Fixed elements below it (the drawer of a page that scrolls) start where it ends; its height changes with the strips.
  useLayoutEffect(() => {
    const sizeObserver = new ResizeObserver(([entry]) =>
      document.documentElement.style.setProperty("--top", `${entry?.target.getBoundingClientRect().height ?? 0}px`),
    );
    if (head.current) sizeObserver.observe(head.current);
    return () => sizeObserver.disconnect();
  }, []);
  return (
    <div className={styles.frame} data-fills={fillsWindow || undefined}>
      <div ref={head} className={styles.top}>
        {top}
      </div>
      {children}
    </div>
  );
}
