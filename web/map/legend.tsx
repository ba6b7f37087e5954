import { type ReactNode, useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { isDemo } from "../core/demo.ts";
import type { SiteKind } from "../core/graphql.ts";
import { ChevronIcon } from "../core/icons.tsx";
import { KindMark } from "../core/kind-mark.tsx";
import { siteKinds } from "../core/kinds.ts";
import { Bundled } from "./bundled.ts";
import styles from "./legend.module.css";

const remembered = "atlas.legend";

/** What the symbols mean. Open on the first visit; closed for who closed it. */
export function Legend({ startClosed, children }: { startClosed: boolean; children?: ReactNode }) {
  const { t } = useTranslation();
  const bundled = useContext(Bundled);
  const [open, setOpen] = useState(() => !startClosed && localStorage.getItem(remembered) !== "closed");
  const toggle = () => {
    localStorage.setItem(remembered, open ? "closed" : "open");
    setOpen(!open);
  };
  return (
    <section
      className={styles.legend}
      aria-label={t("legend.title")}
      data-open={open || undefined}
      data-covers-map={open ? "left" : undefined}
    >
      <button type="button" className={styles.head} aria-expanded={open} onClick={toggle}>
        <span>{t("legend.title")}</span>
        <ChevronIcon turned={!open} />
      </button>
      {open && (
        <ul className={styles.entries}>
          {siteKinds
            .filter((kind) => kind !== "LOGISTICS_HUB")
            .map((kind) => (
              <Entry key={kind} kind={kind} name={t(`kind.${kind}`)} />
            ))}
          <Entry kind="LOGISTICS_HUB" name={t("legend.national")} />
          <Entry kind="LOGISTICS_HUB" name={t("legend.infrastructure")} hollow />
          <li>
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={styles.ring}>
              <circle cx="7" cy="7" r="6" strokeDasharray="2.4 1.9" />
            </svg>
            {t("legend.uncertainty")}
          </li>
          {bundled && (
            <li>
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={styles.bundle}>
                <circle cx="7" cy="7" r="6.5" />
              </svg>
              {t("legend.bundle")}
            </li>
          )}
          {isDemo && <li>{t("legend.demo")}</li>}
          {children}
        </ul>
      )}
    </section>
  );
}

function Entry({ kind, name, hollow }: { kind: SiteKind; name: string; hollow?: boolean }) {
  return (
    <li>
      <KindMark kind={kind} hollow={hollow} />
      {name}
    </li>
  );
}
