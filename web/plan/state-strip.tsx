import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { visit } from "../core/navigation.ts";
import { type Choice, stateCounts, targetStates } from "./choose.ts";
import styles from "./overview.module.css";
import type { Target } from "./plan-query.ts";
import { StateMark } from "./state-mark.tsx";

/** How many targets are in each state; each is a switch that shows these alone. */
export function StateStrip({ targets, choice }: { targets: readonly Target[]; choice: Choice }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = stateCounts(targets, choice);
  return (
    <fieldset className={styles.states} aria-label={t("planPage.states")}>
      {targetStates.map((state) => {
        const pressed = choice.state === state;
        return (
          <button
            key={state}
            type="button"
            aria-pressed={pressed}
            data-quiet={(choice.state !== null && !pressed) || counts[state] === 0 || undefined}
            onClick={() => visit({ targetState: pressed ? null : state })}
          >
            <b>{formatCount(counts[state], language)}</b>
            <StateMark state={state} />
            <span>{t(`targetState.${state}`)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
