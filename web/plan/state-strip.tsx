import { type CSSProperties, Fragment } from "react";
import { useTranslation } from "react-i18next";
import { navigate } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { shownCount, stateCounts, type TargetFilter, targetStates } from "./choose.ts";
import type { Target, TargetState } from "./plan-query.ts";
import { StateMark } from "./state-mark.tsx";
import styles from "./state-strip.module.css";
import { countedApartText } from "./target-words.ts";

/** The number and share of targets in each state; each number toggles a filter. */
export function StateStrip({ targets, targetFilter }: { targets: readonly Target[]; targetFilter: TargetFilter }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = stateCounts(targets, targetFilter);
  const plainCount = (state: TargetState) => counts[state].total - counts[state].apart;
  const apartText = (state: TargetState) => countedApartText(state, counts[state].apart, t, language);
  return (
    <>
      {/* The numbers below have the same content. */}
      <div className={styles.shares} aria-hidden="true">
        {targetStates.map((state) => (
          <Fragment key={state}>
            <Share state={state} count={plainCount(state)} />
            <Share state={state} count={counts[state].apart} isApart />
          </Fragment>
        ))}
      </div>
      <fieldset className={styles.states} aria-label={t("planPage.states")}>
        {targetStates.map((state) => {
          const pressed = targetFilter.state === state;
          return (
            <button
              key={state}
              type="button"
              aria-pressed={pressed}
              disabled={counts[state].total === 0 && !pressed}
              data-state={state}
              data-quiet={(targetFilter.state !== null && !pressed) || undefined}
              onClick={() => navigate({ targetState: pressed ? null : state })}
            >
              <i className={styles.fill} data-state={state} aria-hidden="true" />
              <b>{formatCount(shownCount(state, counts[state]), language)}</b>
              <StateMark state={state} />
              <span>
                {t(`targetState.${state}`)}
                {apartText(state) && (
                  <small>
                    {state === "MET" && <StateMark state="MET" metBeforePlan size={12} />} {apartText(state)}
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

function Share({ state, count, isApart }: { state: TargetState; count: number; isApart?: boolean }) {
  if (count === 0) return null;
  return <i className={styles.fill} data-state={state} data-apart={isApart} style={{ "--count": count } as CSSProperties} />;
}
