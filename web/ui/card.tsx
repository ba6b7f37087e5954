import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { withColon } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { phoneQuery } from "../core/media.ts";
import { IconButton } from "./button.tsx";
import styles from "./card.module.css";
import { ChevronIcon, CloseIcon } from "./icons.tsx";

interface CardProps {
  title: string;
  /** The answer in a line: all that a folded card shows. */
  summary: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** An answer over the map. It can be folded to its first lines, and is so on a phone, where the map needs the room. */
export function Card({ title, summary, onClose, children }: CardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(!phoneQuery.matches());
  const toggleLabel = open ? t("spatial.collapse") : t("spatial.expand");
  return (
    <section className={styles.card} aria-label={title} data-card>
      <div className={styles.head}>
        <h2>{title}</h2>
        <IconButton small aria-expanded={open} label={toggleLabel} onClick={() => setOpen(!open)}>
          <ChevronIcon turned={open} />
        </IconButton>
        <IconButton small label={withColon(t("close"), title, language)} title={t("close")} onClick={onClose}>
          <CloseIcon size={16} />
        </IconButton>
      </div>
      <div className={styles.summary} aria-live="polite">
        {summary}
      </div>
      {open && children}
    </section>
  );
}
