import { useTranslation } from "react-i18next";
import { figureColumnId } from "../address/figure-column-ids.ts";
import { toggleInList } from "../address/filter.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import type { IndicatorName } from "../core/indicators.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Button } from "../ui/button.tsx";
import { ChevronIcon, ColumnsIcon } from "../ui/icons.tsx";
import { Popup } from "../ui/popup.tsx";
import { defaultColumns, factColumns } from "./columns.ts";
import styles from "./table.module.css";

/** Which columns the table has: facts, and the latest figures of any indicator. */
export function ColumnMenu({ indicators }: { indicators: readonly IndicatorName[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { columns, filter } = useAddress();
  const shownIds = columns.length > 0 ? columns : defaultColumns(filter);
  const toggle = (id: string) => navigate({ columns: toggleInList(shownIds, id) });
  const { compare } = new Intl.Collator(language === "zh" ? "zh-CN-u-co-pinyin" : "en");
  const figures = indicators
    .map((each) => ({ id: figureColumnId(each.slug), label: nameOf(language, each), count: each.siteCount }))
    .sort((one, other) => compare(one.label, other.label));
  const factChoices = factColumns(language).filter(({ id }) => id !== "name");
  const columnCheckbox = ({ id, label, count }: { id: string; label: string; count?: number }) => (
    <label key={id}>
      <input type="checkbox" checked={shownIds.includes(id)} onChange={() => toggle(id)} />
      <span>{label}</span>
      {count !== undefined && <small>{count}</small>}
    </label>
  );
  return (
    <Popup
      label={t("table.columns")}
      width={360}
      align="end"
      className={styles.dropdown}
      button={
        <Button>
          <ColumnsIcon />
          <span>{t("table.columns")}</span>
          <ChevronIcon />
        </Button>
      }
    >
      {columns.length > 0 && (
        <Button variant="link" onClick={() => navigate({ columns: [] })}>
          {t("table.standard")}
        </Button>
      )}
      <fieldset>
        <legend>{t("table.facts")}</legend>
        {factChoices.map(columnCheckbox)}
      </fieldset>
      <fieldset>
        <legend>{t("filter.figures")}</legend>
        {figures.map(columnCheckbox)}
      </fieldset>
    </Popup>
  );
}
