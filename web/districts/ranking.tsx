import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { defaultClassification } from "../address/measure.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { withBrackets } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { captionOf } from "./caption.ts";
import styles from "./charts.module.css";
import { classifiedColumn } from "./classified-column.ts";
import type { ColumnDisplay } from "./column-display.ts";
import type { ComparisonAnswer, Row } from "./comparison-query.ts";
import { DistrictMap } from "./district-map.tsx";
import { type Order, writeOrder } from "./order.ts";
import { RankedBars } from "./ranked-bars.tsx";

interface RankingProps {
  answer: ComparisonAnswer;
  rows: readonly Row[];
  /** What was picked, which is saved alone, as it is printed alone. */
  pickedRows: readonly Row[];
  displays: readonly ColumnDisplay[];
  order: Order;
  hovered: string | null;
  onHover: (key: string | null) => void;
}

/** One measure as ranked bars and on a small map: the one that the table is sorted by. */
export function Ranking({ answer, rows, pickedRows, displays, order, hovered, onHover }: RankingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const display = displays[order.column === "name" ? 0 : order.column];
  if (!display) return null;
  const choose = (key: string) => {
    const chosenDisplay = displays.find(({ column }) => column.key === key);
    navigate({ sort: writeOrder(key, chosenDisplay?.column.direction !== "LOWER") }, "replace");
  };
  return (
    <section className={styles.section} aria-labelledby="ranking">
      <div className={styles.head}>
        <h2 id="ranking">{t("districtsPage.ranking")}</h2>
        <select
          aria-label={t("districtsPage.shown")}
          value={display.column.key}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {displays.map(({ column, name, unit }) => (
            <option key={column.key} value={column.key}>
              {withBrackets(name, unit, language)}
            </option>
          ))}
        </select>
      </div>
      <BarsAndMap answer={answer} rows={rows} pickedRows={pickedRows} display={display} hovered={hovered} onHover={onHover} />
    </section>
  );
}

interface BarsAndMapProps extends Omit<RankingProps, "displays" | "order"> {
  display: ColumnDisplay;
}

/** Both in the same colours: those of the classes that the main map has. */
function BarsAndMap({ answer, rows, pickedRows, display, hovered, onHover }: BarsAndMapProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf, classification } = useAddress();
  const classified = useMemo(
    () => classifiedColumn(answer.compare.rows, display, classification ?? defaultClassification),
    [answer, display, classification],
  );
  const savedRows = pickedRows.length > 0 ? pickedRows : rows;
  const caption = captionOf(answer, [display], savedRows, asOf, t, language);
  const names = pickedRows.map((row) => nameOf(language, row)).join(language === "zh" ? "、" : ", ");
  const subtitle = [names, caption.subtitle].filter(Boolean).join(" · ");
  const parts = { rows, savedRows, display, classified, caption: { ...caption, subtitle } };
  return (
    <div className={styles.pair}>
      <RankedBars {...parts} />
      <DistrictMap {...parts} hovered={hovered} onHover={onHover} />
    </div>
  );
}
