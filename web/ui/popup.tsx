import { Popover } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import styles from "./popup.module.css";

interface PopupProps {
  /** What opens it. */
  button: ReactElement;
  /** Its name, read aloud. */
  label: string;
  width: number;
  /** The edge of the button that it is aligned to. */
  align?: "start" | "end";
  className?: string | undefined;
  children: ReactNode;
}

/** Opens below a button and scrolls where there is little room; the focus stays in it and goes back to the button. */
export function Popup({ button, label, width, align = "start", className, children }: PopupProps) {
  return (
    <Popover
      position={`bottom-${align}`}
      width={`min(${width}px, calc(100vw - 24px))`}
      trapFocus
      returnFocus
      shadow="md"
      offset={4}
      middlewares={{ flip: true, shift: { padding: 12 }, size: { padding: 12 } }}
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className={[styles.popup, className].filter(Boolean).join(" ")} aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
