import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { navigate } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { countMetBeforePlan, stateCounts, type TargetFilter, targetStates } from "./choose.ts";
import type { Target, TargetState } from "./plan-query.ts";
import { StateMark } from "./state-mark.tsx";
import styles from "./state-strip.module.css";

/** The number and share of targets in each state; each number toggles a filter. */
export function StateStrip({ targets, targetFilter }: { targets: readonly Target[]; targetFilter: TargetFilter }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = stateCounts(targets, targetFilter);
  const metBeforePlan = countMetBeforePlan(targets, targetFilter);
  const countOf = (state: TargetState) => counts[state] - (state === "MET" ? metBeforePlan : 0);
  return (
    <>
      {/* The numbers below have the same content. */}
      <div className={styles.shares} aria-hidden="true">
        {targetStates
          .filter((state) => countOf(state) > 0)
          .map((state) => (
            <i key={state} className={styles.fill} data-state={state} style={{ "--count": countOf(state) } as CSSProperties} />
          ))}
        {metBeforePlan > 0 && (
          <i className={styles.fill} data-state="MET" data-before style={{ "--count": metBeforePlan } as CSSProperties} />
        )}
      </div>
      <fieldset className={styles.states} aria-label={t("planPage.states")}>
        {targetStates.map((state) => {
          const pressed = targetFilter.state === state;
          return (
            <button
              key={state}
              type="button"
              aria-pressed={pressed}
              disabled={counts[state] === 0 && !pressed}
              data-state={state}
              data-quiet={(targetFilter.state !== null && !pressed) || undefined}
              onClick={() => navigate({ targetState: pressed ? null : state })}
            >
              <i className={styles.fill} data-state={state} aria-hidden="true" />
              <b>{formatCount(countOf(state), language)}</b>
              <StateMark state={state} />
              <span>
                {t(`targetState.${state}`)}
                {state === "MET" && metBeforePlan > 0 && (
                  <small>
                    <StateMark state="MET" metBeforePlan size={12} />{" "}
                    {t("planPage.andBefore", { count: metBeforePlan, formatted: formatCount(metBeforePlan, language) })}
                  </small>
                )}
              </span>
            </button>
          );
        })}
      </fieldset>
    </>
  );
}
