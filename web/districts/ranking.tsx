import { useTranslation } from "react-i18next";
import { navigate, useAddress } from "../address/navigation.ts";
import { withBrackets } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { captionOf } from "./caption.ts";
import styles from "./charts.module.css";
import type { ColumnDisplay } from "./column-display.ts";
import type { ComparisonAnswer, Row } from "./comparison-query.ts";
import { DistrictMap } from "./district-map.tsx";
import { type Order, writeOrder } from "./order.ts";
import { RankedBars } from "./ranked-bars.tsx";

interface RankingProps {
  answer: ComparisonAnswer;
  rows: readonly Row[];
  displays: readonly ColumnDisplay[];
  order: Order;
  hovered: string | null;
  onHover: (key: string | null) => void;
}

/** One measure as ranked bars and on a small map: the one that the table is sorted by. */
export function Ranking({ answer, rows, displays, order, hovered, onHover }: RankingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
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
      <div className={styles.pair}>
        <RankedBars rows={rows} display={display} caption={captionOf(answer, [display], rows, asOf, t, language)} />
        <DistrictMap rows={rows} display={display} hovered={hovered} onHover={onHover} />
      </div>
    </section>
  );
}
