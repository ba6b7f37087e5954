import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../address/as-of.ts";
import { isAsOpened, useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { usePanelOverMap } from "../core/panels-over-map.ts";
import { IconButton } from "./button.tsx";
import styles from "./drawer.module.css";
import { CloseIcon } from "./icons.tsx";

interface DrawerProps {
  label: string;
  /** Stands in the bar with the buttons once the heading is scrolled away. */
  title?: string | undefined;
  /** Identifies the content: a change resets focus and scroll. */
  subject: string;
  onClose: () => void;
  /** Buttons beside the close button. */
  tools?: ReactNode;
  children: ReactNode;
}

/** Scrolled further than this, text lies below the buttons (CSS pixels). */
const HEADING_HEIGHT = 16;

/** A panel with one subject over the right side of the map. The map beside it stays usable; Escape closes it. */
export function Drawer({ label, title, subject, onClose, tools, children }: DrawerProps) {
  const { t } = useTranslation();
  const drawer = useRef<HTMLElement>(null);
  useFocus(drawer, subject);
  usePanelOverMap();
  const [isScrolled, setIsScrolled] = useState(false);
  return (
    <aside
      ref={drawer}
      className={styles.drawer}
      aria-label={label}
      data-covers-map="right"
      tabIndex={-1}
      onScroll={(event) => setIsScrolled(event.currentTarget.scrollTop > HEADING_HEIGHT)}
    >
      <div className={styles.tools} data-scrolled={isScrolled || undefined}>
        {isScrolled && (
          <span className={styles.title} aria-hidden="true">
            {title}
          </span>
        )}
        {tools}
        <IconButton label={t("close")} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      <AsOfNote />
      {children}
    </aside>
  );
}

/** On a phone the drawer covers the strip with the as-of day. */
function AsOfNote() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
  return asOf && <p className={styles.asOf}>{t("asOf.notice", { moment: formatMoment(asOf, language) })}</p>;
}

/** Holds the drawer's place while its code is on the way, so that the camera already knows what will be covered. */
export function DrawerPlaceholder() {
  return <div className={`${styles.drawer} ${styles.place}`} data-covers-map="right" />;
}

/** Focus moves into the drawer with each new subject, and returns to where it came from when the drawer closes. */
function useFocus(drawer: { readonly current: HTMLElement | null }, subject: string) {
  const focusOrigin = useRef<HTMLElement | null>(null);
  const shownSubject = useRef(subject);
  useEffect(() => {
    const focused = document.activeElement;
    focusOrigin.current = focused instanceof HTMLElement && focused !== document.body ? focused : null;
    return () => {
      // Focus inside a closing drawer would be lost; focus elsewhere is the reader's. A list may have re-rendered the row.
      requestAnimationFrame(() => {
        const row = document.querySelector<HTMLElement>(`[data-row][data-site="${CSS.escape(shownSubject.current)}"]`);
        const focusTarget = focusOrigin.current?.isConnected ? focusOrigin.current : row;
        if (document.activeElement === document.body) focusTarget?.focus();
      });
    };
  }, []);
  useEffect(() => {
    const element = drawer.current;
    if (!subject || !element) return;
    shownSubject.current = subject;
    element.scrollTo({ top: 0 });
    // The drawer of a link may come after the reader has begun to type a search.
    if (isAsOpened() && document.activeElement instanceof HTMLInputElement) return;
    element.focus({ preventScroll: true });
  }, [drawer, subject]);
}
