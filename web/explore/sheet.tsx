import { type PointerEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./sheet.module.css";

/** A drag shorter than this is a tap (pixels). */
const minDragPixels = 24;

interface SheetProps {
  /** A drawer lies over the sheet in a narrow window, so it must not be reachable. */
  isCovered: boolean;
  /** Something else is read on a phone: the sheet shows no more than its head, or its grip alone, until it is drawn up. */
  collapsedTo: "head" | "grip" | null;
  children: ReactNode;
}

/** The panel beside the map; on a phone a sheet over its lower part, which a tap or a drag on its grip makes taller or lower. */
export function Sheet({ isCovered, collapsedTo, children }: SheetProps) {
  const { t } = useTranslation();
  const [isTall, setTall] = useState(false);
  const dragStartY = useRef<number | null>(null);
  const release = (event: PointerEvent) => {
    const movedPixels = event.clientY - (dragStartY.current ?? event.clientY);
    dragStartY.current = null;
    setTall(Math.abs(movedPixels) < minDragPixels ? !isTall : movedPixels < 0);
  };
  return (
    <section
      className={styles.sheet}
      data-tall={isTall || undefined}
      data-low={collapsedTo ?? undefined}
      data-covered={isCovered || undefined}
      data-covers-map="bottom"
      aria-label={t("list.title")}
    >
      <button
        type="button"
        className={styles.grip}
        aria-expanded={isTall}
        aria-label={isTall ? t("list.lower") : t("list.taller")}
        onPointerDown={(event) => {
          dragStartY.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={release}
        onKeyDown={(event) => (event.key === "Enter" || event.key === " ") && setTall(!isTall)}
      />
      <div className={styles.content}>{children}</div>
    </section>
  );
}
