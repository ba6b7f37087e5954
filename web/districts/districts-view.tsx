import { useTranslation } from "react-i18next";
import { LATEST_PER_SUBJECT } from "../../server/contract/period.ts";
import { siteFilter } from "../address/filter.ts";
import { measureInput } from "../address/measure.ts";
import { useMeasureChoices } from "../address/measure-choices.ts";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { usePrinting } from "../core/printing.ts";
import { Answer } from "../ui/answer.tsx";
import { Page } from "../ui/page.tsx";
import { ComparedAreas } from "./compared.tsx";
import { comparisonQuery } from "./comparison-query.ts";
import styles from "./districts-view.module.css";
import { defaultMeasures } from "./measures.ts";
import { FilterNote, Tools } from "./tools.tsx";

/** Districts against districts, or functional areas against functional areas. */
export function DistrictsView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  const { areaSet, filter, period, asOf } = address;
  const measures = address.measures.length > 0 ? address.measures : defaultMeasures(areaSet);
  const choices = useMeasureChoices(areaSet, asOf);
  const variables = {
    set: areaSet,
    measures: measures.map(measureInput),
    filter: siteFilter(filter),
    period: period ?? LATEST_PER_SUBJECT,
    asOf,
  };
  const last = useAnswer(comparisonQuery, variables, { keepLast: true });
  // The last answer stays until the next arrives, but never under the name of the other set.
  const answer = { ...last, data: last.data?.compare.set === areaSet ? last.data : undefined };
  // Paper says what is compared on it.
  const printing = usePrinting();
  const pickedNames = address.picks.flatMap((key) => answer.data?.compare.rows.find((row) => printing && row.key === key) ?? []);
  const listed = pickedNames.map((row) => nameOf(language, row)).join(language === "zh" ? "、" : ", ");
  return (
    <Page
      title={pickedNames.length > 0 ? t("districtsPage.titleOf", { names: listed }) : t("districtsPage.title")}
      lead={t("districtsPage.lead")}
    >
      <div className={styles.view}>
        <Tools measures={measures} comparison={answer.data?.compare ?? null} {...choices} />
        <FilterNote />
        <Answer answer={answer} lines={13}>
          {(data) => (
            <div aria-busy={answer.isFetching || undefined}>
              <ComparedAreas answer={data} formulas={choices.formulas} />
            </div>
          )}
        </Answer>
      </div>
    </Page>
  );
}
