import { useTranslation } from "react-i18next";
import { type Classification, defaultClassification } from "../address/measure.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { Button } from "../ui/button.tsx";
import styles from "./figures.module.css";

const methods = ["quantile", "equal", "natural"] as const satisfies readonly Classification["method"][];
const classCounts = [3, 4, 5, 6, 7];

/** The classification of the values, and whether each year has a map of its own. */
export function ClassChoice({ yearCount }: { yearCount: number }) {
  const { t } = useTranslation();
  const { classification, smallMultiples } = useAddress();
  const { method, count } = classification ?? defaultClassification;
  const changeClassification = (change: Partial<Classification>) => {
    const next = { method, count, ...change };
    const isDefault = next.method === defaultClassification.method && next.count === defaultClassification.count;
    navigate({ classification: isDefault ? null : next });
  };
  return (
    <>
      <div className={styles.pair}>
        <label>
          {t("figures.method")}
          <select
            value={method}
            onChange={({ target }) => changeClassification({ method: methods.find((each) => each === target.value) ?? method })}
            data-choice="method"
          >
            {methods.map((each) => (
              <option key={each} value={each}>
                {t(`figures.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("figures.count")}
          <select
            value={count}
            onChange={({ target }) => changeClassification({ count: Number(target.value) })}
            data-choice="count"
          >
            {classCounts.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </div>
      {yearCount > 1 && (
        <Button
          className={styles.multiples}
          aria-pressed={smallMultiples}
          onClick={() => navigate({ smallMultiples: !smallMultiples })}
        >
          {t("figures.multiples")}
        </Button>
      )}
    </>
  );
}
