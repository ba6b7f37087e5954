import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { visit } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { type Choice, metBefore, stateCounts, targetStates } from "./choose.ts";
import type { Target, TargetState } from "./plan-query.ts";
import { StateMark } from "./state-mark.tsx";
import styles from "./state-strip.module.css";

/** The number and share of targets in each state; each number toggles a filter. */
export function StateStrip({ targets, choice }: { targets: readonly Target[]; choice: Choice }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = stateCounts(targets, choice);
  const before = metBefore(targets, choice);
  const ofState = (state: TargetState) => counts[state] - (state === "MET" ? before : 0);
  return (
    <>
      {/* The numbers below have the same content. */}
      <div className={styles.shares} aria-hidden="true">
        {targetStates
          .filter((state) => ofState(state) > 0)
          .map((state) => (
            <i key={state} className={styles.fill} data-state={state} style={{ "--count": ofState(state) } as CSSProperties} />
          ))}
        {before > 0 && <i className={styles.fill} data-state="MET" data-before style={{ "--count": before } as CSSProperties} />}
      </div>
      <fieldset className={styles.states} aria-label={t("planPage.states")}>
        {targetStates.map((state) => {
          const pressed = choice.state === state;
          return (
            <button
              key={state}
              type="button"
              aria-pressed={pressed}
              disabled={counts[state] === 0 && !pressed}
              data-state={state}
              data-quiet={(choice.state !== null && !pressed) || undefined}
              onClick={() => visit({ targetState: pressed ? null : state })}
            >
              <i className={styles.fill} data-state={state} aria-hidden="true" />
              <b>{formatCount(ofState(state), language)}</b>
              <StateMark state={state} />
              <span>
                {t(`targetState.${state}`)}
                {state === "MET" && before > 0 && (
                  <small>{t("planPage.andBefore", { count: before, formatted: formatCount(before, language) })}</small>
                )}
              </span>
            </button>
          );
        })}
      </fieldset>
    </>
  );
}
