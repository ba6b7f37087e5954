import { Children, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { defaultFigures, noFigures } from "../address/measure.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import type { Groups } from "../address/spatial.ts";
import { usePanelOverMap } from "../core/panels-over-map.ts";
import toolbar from "../ui/toolbar.module.css";
import styles from "./groups.module.css";
import { ClusterIcon, FiguresIcon, HexagonIcon, ReachIcon, SymbolsIcon } from "./groups-icons.tsx";

const groupForms = [
  { by: null, icon: SymbolsIcon, word: "spatial.symbols" },
  { by: "hex", icon: HexagonIcon, word: "spatial.hex" },
  { by: "cluster", icon: ClusterIcon, word: "spatial.cluster" },
] as const;

/** The default size of each form, in km. */
const defaultKm: Record<Groups["grouping"], number> = { hex: 5, cluster: 1 };

interface SpatialToolsProps {
  /** A drawer covers the right side of the map: only the buttons have room beside it. */
  isBesideDrawer: boolean;
  /** Cards with answers, below the buttons. */
  children?: ReactNode;
}

/** The choice of how sites are shown on the map, and the spatial queries. */
export function SpatialTools({ isBesideDrawer, children }: SpatialToolsProps) {
  const { t } = useTranslation();
  const { groups, coverage, colourMeasure, sizeIndicator } = useAddress();
  const figures = colourMeasure !== null || sizeIndicator !== null;
  const cards = Children.toArray(children);
  // Switching between the forms keeps the size of each.
  const [sizes, setSizes] = useState(defaultKm);
  const selectForm = (grouping: Groups["grouping"] | null) => {
    if (groups) setSizes({ ...sizes, [groups.grouping]: groups.km });
    if (grouping !== groups?.grouping) navigate({ groups: grouping && { grouping, km: sizes[grouping] } });
  };
  return (
    <div className={styles.stack} data-beside={isBesideDrawer || undefined}>
      <div className={styles.bars}>
        <fieldset className={`${toolbar.toolbar} ${styles.bar}`}>
          <legend className="visually-hidden">{t("spatial.showAs")}</legend>
          {groupForms.map(({ by, icon: FormIcon, word }) => (
            <button
              key={word}
              type="button"
              aria-pressed={by === (groups?.grouping ?? null)}
              aria-label={t(word)}
              title={t(word)}
              onClick={() => selectForm(by)}
            >
              <FormIcon />
              <span>{t(word)}</span>
            </button>
          ))}
        </fieldset>
        <div className={`${toolbar.toolbar} ${styles.bar}`}>
          <button
            type="button"
            aria-pressed={coverage !== null}
            aria-label={t("spatial.reach")}
            title={t("spatial.reach")}
            onClick={() => navigate({ coverage: coverage ? null : { kind: "LOGISTICS_HUB", km: 5 } })}
          >
            <ReachIcon />
            <span>{t("spatial.reach")}</span>
          </button>
          <button
            type="button"
            aria-pressed={figures}
            aria-label={t("figures.title")}
            title={t("figures.title")}
            onClick={() => navigate(figures ? noFigures : defaultFigures)}
          >
            <FiguresIcon />
            <span>{t("figures.tool")}</span>
          </button>
        </div>
      </div>
      {cards.length > 0 && <Cards isBesideDrawer={isBesideDrawer}>{cards}</Cards>}
    </div>
  );
}

function Cards({ isBesideDrawer, children }: SpatialToolsProps) {
  usePanelOverMap(isBesideDrawer);
  return (
    <div className={styles.cards} data-covers-map={isBesideDrawer ? undefined : "right"}>
      {children}
    </div>
  );
}
