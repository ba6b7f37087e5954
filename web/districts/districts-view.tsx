import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { measureInput } from "../address/measure.ts";
import { useChoices } from "../address/measure-choices.ts";
import { useAddress } from "../address/navigation.ts";
import { siteFilter } from "../address/site-filter.ts";
import { useTheme } from "../core/theme.ts";
import { toneColour } from "../map/value-tones.ts";
import { Page } from "../ui/page.tsx";
import { Failure, Waiting } from "../ui/states.tsx";
import { Compared } from "./compared.tsx";
import { comparisonQuery } from "./comparison-query.ts";
import styles from "./districts-view.module.css";
import { usualMeasures } from "./measures.ts";
import { FilterNote, Tools } from "./tools.tsx";

/** Districts against districts, or functional areas against functional areas. */
export function DistrictsView() {
  const { t } = useTranslation();
  const address = useAddress();
  const { set, filter, period, asOf } = address;
  const measures = address.measures.length > 0 ? address.measures : usualMeasures(set);
  const choices = useChoices(set, asOf);
  const [{ data, error, fetching }, retry] = useQuery({
    query: comparisonQuery,
    variables: { set, measures: measures.map(measureInput), filter: siteFilter(filter), period, asOf },
  });
  const theme = useTheme(address.theme);
  const look = Object.fromEntries([0, 1, 2, 3, 4].map((tone) => [`--tone-${tone}`, toneColour(theme, tone / 4)]));
  // The answer to the question before stays until the next is there, but never under the name of the other set.
  const answer = data?.compare.set === set ? data : null;
  return (
    <Page title={t("districtsPage.title")} lead={t("districtsPage.lead")}>
      <div className={styles.view} style={look}>
        <Tools measures={measures} comparison={answer?.compare ?? null} {...choices} />
        <FilterNote />
        {error && <Failure error={error} onRetry={() => retry({ requestPolicy: "network-only" })} />}
        {!error && !answer && <Waiting lines={13} />}
        {!error && answer && (
          <div aria-busy={fetching || undefined}>
            <Compared answer={answer} measures={measures} formulas={choices.formulas} />
          </div>
        )}
      </div>
    </Page>
  );
}
