import { type ReactNode, useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { isDemo } from "../core/demo.ts";
import type { SiteKind } from "../core/graphql.ts";
import { usePanelOverMap } from "../core/panels-over-map.ts";
import { readPreference, storePreference } from "../core/remembered.ts";
import { ChevronIcon } from "../ui/icons.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./legend.module.css";
import { useOverlays } from "./overlays.ts";
import { HasTileGroups } from "./pointing.ts";

const PREFERENCE_KEY = "atlas.legend";

interface LegendProps {
  /** What else needs the room, by any name: the legend folds for it, once, and the reader may open it again. */
  foldedFor: string | boolean | null;
  /** The essentials in a line, shown while it is folded. */
  summary?: ReactNode;
  /** Entries of overlays, above the permanent ones. */
  children?: ReactNode;
}

/** The meaning of colours, sizes and symbols. Open until the reader closes it; that is remembered. */
export function Legend({ foldedFor, summary, children }: LegendProps) {
  const { t } = useTranslation();
  const hasTileGroups = useContext(HasTileGroups);
  const { sizes, neighbours } = useOverlays();
  const [isOpen, setIsOpen] = useState(() => readPreference(PREFERENCE_KEY) !== "closed");
  const [openedFor, setOpenedFor] = useState<LegendProps["foldedFor"]>(null);
  const isShownOpen = foldedFor ? openedFor === foldedFor : isOpen;
  usePanelOverMap(isShownOpen);
  const toggle = () => {
    if (foldedFor) return setOpenedFor(isShownOpen ? null : foldedFor);
    storePreference(PREFERENCE_KEY, isShownOpen ? "closed" : "open");
    setIsOpen(!isShownOpen);
  };
  return (
    <section
      className={styles.legend}
      aria-label={t("legend.title")}
      data-open={isShownOpen || undefined}
      data-covers-map={isShownOpen ? "left" : undefined}
    >
      <button type="button" className={styles.head} aria-expanded={isShownOpen} onClick={toggle}>
        <span>{t("legend.title")}</span>
        {!isShownOpen && summary}
        <ChevronIcon turned={!isShownOpen} />
      </button>
      {isShownOpen && (
        <ul className={styles.entries}>
          {children}
          {siteKinds
            .filter((kind) => kind !== "LOGISTICS_HUB")
            .map((kind) => (
              <KindEntry key={kind} kind={kind} name={t(`kind.${kind}`)} />
            ))}
          <KindEntry kind="LOGISTICS_HUB" name={t("legend.national")} />
          <KindEntry kind="LOGISTICS_HUB" name={t("legend.infrastructure")} hollow />
          {!sizes && (
            <li>
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={styles.ring}>
                <circle cx="7" cy="7" r="6" strokeDasharray="2.4 1.9" />
              </svg>
              {t("legend.uncertainty")}
            </li>
          )}
          {neighbours.length > 0 && (
            <li data-legend="neighbour">
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={styles.ring}>
                <circle cx="7" cy="7" r="6" />
              </svg>
              {t("legend.neighbour")}
            </li>
          )}
          {hasTileGroups && (
            <li>
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={styles.tileGroup}>
                <circle cx="7" cy="7" r="6.5" />
              </svg>
              {t("legend.tileGroup")}
            </li>
          )}
          {isDemo && <li>{t("legend.demo")}</li>}
        </ul>
      )}
    </section>
  );
}

function KindEntry({ kind, name, hollow }: { kind: SiteKind; name: string; hollow?: boolean }) {
  return (
    <li>
      <KindMark kind={kind} hollow={hollow} />
      {name}
    </li>
  );
}
