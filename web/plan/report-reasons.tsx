import { useTranslation } from "react-i18next";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { byDataHolder, byRelease } from "./missing.ts";
import { releaseWords } from "./missing-text.ts";
import type { Release, Target, TargetState } from "./plan-query.ts";
import styles from "./report.module.css";
import { StateMark } from "./state-mark.tsx";

interface ReasonsProps {
  state: TargetState;
  targets: readonly Target[];
  releases: readonly Release[];
}

/** The targets of a state with the reason: the rule's result or what is missing. Targets that only lack a figure are grouped by data holder. */
export function StateReasons({ state, targets, releases }: ReasonsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (targets.length === 0) return null;
  const missingFigure = (kind: "NO_FIGURE" | "ONLY_GOALS") => targets.filter(({ progress }) => progress.missing === kind);
  const explainedTargets = targets.filter(
    ({ progress }) => progress.missing !== "NO_FIGURE" && progress.missing !== "ONLY_GOALS",
  );
  return (
    <section className={styles.reasons}>
      <h3>
        <StateMark state={state} size={12} /> {t(`targetState.${state}`)} {targets.length}
      </h3>
      <ul>
        {explainedTargets.map((target) => (
          <li key={target.slug}>
            <b>{nameOf(language, target)}</b>{" "}
            {textIn(language, target.progress, "missing") || textIn(language, target.progress, "rule")}
          </li>
        ))}
      </ul>
      <ByDataHolder kind="ONLY_GOALS" targets={missingFigure("ONLY_GOALS")} releases={releases} />
      <ByDataHolder kind="NO_FIGURE" targets={missingFigure("NO_FIGURE")} releases={releases} />
    </section>
  );
}

function ByDataHolder({ kind, targets, releases }: Omit<ReasonsProps, "state"> & { kind: "NO_FIGURE" | "ONLY_GOALS" }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (targets.length === 0) return null;
  return (
    <>
      <h4>{t("report.dataHolders", { kind: t(`missingKind.${kind}`) })}</h4>
      <dl>
        {byDataHolder(targets, language).map(([holder, holderTargets]) => (
          <div key={holder}>
            <dt>{holder}</dt>
            <dd>
              {byRelease(holderTargets, releases)
                .map(([release, releaseTargets]) => {
                  const names = releaseTargets.map((target) => nameOf(language, target)).join(language === "zh" ? "；" : "; ");
                  return release
                    ? `${names}${language === "zh" ? "（" : " ("}${releaseWords(release, t, language)}${language === "zh" ? "）" : ")"}`
                    : names;
                })
                .join(language === "zh" ? "；" : "; ")}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
