import { type PointerEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./sheet.module.css";

/** A drag shorter than this is a tap (pixels). */
const shortest = 24;

interface SheetProps {
  /** Something covers the sheet on a phone, so it must not be reachable. */
  covered: boolean;
  /** Something else is read on a phone: the sheet shows no more than its head, or its grip alone, until it is drawn up. */
  low: "head" | "grip" | null;
  children: ReactNode;
}

/** The panel beside the map; on a phone a sheet over its lower part, which a tap or a drag on its grip makes taller or lower. */
export function Sheet({ covered, low, children }: SheetProps) {
  const { t } = useTranslation();
  const [isTall, setTall] = useState(false);
  const start = useRef<number | null>(null);
  const release = (event: PointerEvent) => {
    const moved = event.clientY - (start.current ?? event.clientY);
    start.current = null;
    setTall(Math.abs(moved) < shortest ? !isTall : moved < 0);
  };
  return (
    <section
      className={styles.sheet}
      data-tall={isTall || undefined}
      data-low={low ?? undefined}
      data-covered={covered || undefined}
      data-covers-map="bottom"
      aria-label={t("list.title")}
    >
      <button
        type="button"
        className={styles.grip}
        aria-expanded={isTall}
        aria-label={isTall ? t("list.lower") : t("list.taller")}
        onPointerDown={(event) => {
          start.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={release}
        onKeyDown={(event) => (event.key === "Enter" || event.key === " ") && setTall(!isTall)}
      />
      <div className={styles.content}>{children}</div>
    </section>
  );
}
