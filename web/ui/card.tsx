import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { phone } from "../core/media.ts";
import styles from "./card.module.css";
import { ChevronIcon, CloseIcon } from "./icons.tsx";

interface CardProps {
  title: string;
  /** The answer in a line: all that is seen while the card is folded. */
  summary: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** An answer over the map. It can be folded to its first lines, and is so on a phone, where the map needs the room. */
export function Card({ title, summary, onClose, children }: CardProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(!phone.matches());
  const fold = open ? t("spatial.collapse") : t("spatial.expand");
  return (
    <section className={styles.card} aria-label={title} data-card>
      <div className={styles.head}>
        <h2>{title}</h2>
        <button type="button" aria-expanded={open} aria-label={fold} title={fold} onClick={() => setOpen(!open)}>
          <ChevronIcon turned={open} />
        </button>
        <button type="button" aria-label={`${t("close")}: ${title}`} title={t("close")} onClick={onClose}>
          <CloseIcon size={16} />
        </button>
      </div>
      <div className={styles.summary} aria-live="polite">
        {summary}
      </div>
      {open && children}
    </section>
  );
}
