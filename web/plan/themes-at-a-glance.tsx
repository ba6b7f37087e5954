import { useTranslation } from "react-i18next";
import { getAddress, linkTo } from "../address/navigation.ts";
import { withColon } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { targetStates } from "./choose.ts";
import type { PlanTheme, Target } from "./plan-query.ts";
import { StateMark } from "./state-mark.tsx";
import { stateText } from "./target-words.ts";
import styles from "./themes-at-a-glance.module.css";

const rank = ({ progress }: Target): number => targetStates.indexOf(progress.state);

/** Each theme with a mark per target, from good to unknown; targets outside the choice are faint. */
export function ThemesAtAGlance({
  themes,
  targets,
  shownTargets,
}: {
  themes: readonly PlanTheme[];
  targets: readonly Target[];
  shownTargets: readonly Target[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={styles.glance} aria-label={t("planPage.glance")}>
      <dl>
        {themes.map((theme) => (
          <div key={theme.slug}>
            <dt>{textIn(language, theme, "title")}</dt>
            <dd>
              {targets
                .filter(({ themeSlug }) => themeSlug === theme.slug)
                .sort((one, other) => rank(one) - rank(other))
                .map((target) => (
                  <a
                    key={target.slug}
                    {...linkTo({ ...getAddress(), target: target.slug })}
                    title={`${nameOf(language, target)} · ${stateText(target.progress, t)}`}
                    data-faint={!shownTargets.includes(target) || undefined}
                  >
                    <StateMark state={target.progress.state} metBeforePlan={target.progress.metBeforePlan} />
                    <span className="visually-hidden">
                      {withColon(nameOf(language, target), stateText(target.progress, t), language)}
                    </span>
                  </a>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
