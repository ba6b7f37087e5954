import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { textIn, useLanguage } from "../core/language.tsx";
import { Answer } from "../ui/answer.tsx";
import { BeforeFirst, useFirstPublicationAfter } from "../ui/before-first.tsx";
import { Button } from "../ui/button.tsx";
import { PrintIcon } from "../ui/icons.tsx";
import { Page } from "../ui/page.tsx";
import { Notice } from "../ui/states.tsx";
import { ChoiceBar } from "./choice-bar.tsx";
import { filterTargets, targetFilterOf } from "./choose.ts";
import { summaryOf } from "./missing.ts";
import { MissingFigures } from "./missing-figures.tsx";
import styles from "./plan.module.css";
import "./words.ts";
import { type PlanAnswer, planQuery, type Target } from "./plan-query.ts";
import { GraphicLegend } from "./progress-graphic.tsx";
import { Releases } from "./releases.tsx";
import { Report } from "./report.tsx";
import { Rules } from "./rules.tsx";
import { StateStrip } from "./state-strip.tsx";
import { ThemeBlock } from "./theme-block.tsx";
import { ThemesAtAGlance } from "./themes-at-a-glance.tsx";

// The drawer brings the chart library; the list does not wait for it.
const TargetDrawer = lazy(async () => ({ default: (await import("./target-drawer.tsx")).TargetDrawer }));

/** The plan: the progress of its targets by theme and task, in its own order; on paper a report of two pages. */
export function PlanView() {
  const { t } = useTranslation();
  const { asOf, target } = useAddress();
  const answer = useAnswer(planQuery, { asOf }, { keepLast: true });
  const { data } = answer;
  return (
    <>
      <div className={`${styles.screen} ${styles.colours}`} data-open={target !== null || undefined}>
        {data ? (
          <PlanPage answer={data} />
        ) : (
          <Page title={t("pageName.plan")} lead={null}>
            <Answer answer={answer} lines={14}>
              {() => null}
            </Answer>
          </Page>
        )}
        <Suspense>{target && <TargetDrawer slug={target} order={data?.planTargets} />}</Suspense>
      </div>
      {data && <Report answer={data} />}
    </>
  );
}

function PlanPage({ answer: { plan, planTargets: targets } }: { answer: PlanAnswer }) {
  const { t } = useTranslation();
  const targetFilter = targetFilterOf(useAddress());
  const firstPublication = useFirstPublicationAfter();
  const shownTargets = filterTargets(targets, targetFilter);
  const tasks = plan.themes.flatMap((theme) => theme.tasks);
  return (
    <Page
      title={t("planPage.title", { horizon: plan.horizon })}
      lead={<PlanLead plan={plan} tasks={tasks.length} targets={targets} />}
    >
      {firstPublication && <BeforeFirst day={firstPublication} />}
      <StateStrip targets={targets} targetFilter={targetFilter} />
      <GraphicLegend />
      <ThemesAtAGlance themes={plan.themes} targets={targets} shownTargets={shownTargets} />
      <MissingFigures targets={targets} plan={plan} />
      <ChoiceBar tasks={tasks} targetFilter={targetFilter} shownCount={shownTargets.length} total={targets.length} />
      {plan.themes.map((theme) => (
        <ThemeBlock key={theme.slug} theme={theme} targets={shownTargets} allTargets={targets} targetFilter={targetFilter} />
      ))}
      {shownTargets.length === 0 && <Notice title={t("planPage.none")} />}
      <Rules rules={plan.rules} />
      <Releases releases={plan.releases} targets={targets} />
    </Page>
  );
}

function PlanLead({ plan, tasks, targets }: { plan: PlanAnswer["plan"]; tasks: number; targets: readonly Target[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const measurable = targets.filter(({ progress }) => progress.state !== "NOT_MEASURABLE").length;
  const source = plan.source && {
    title: textIn(language, plan.source, "title"),
    publisher: textIn(language, plan.source, "publisher"),
  };
  return (
    <>
      <p className={styles.summary}>{summaryOf(targets, t, language)}</p>
      <p>{t("planPage.lead", { tasks, total: targets.length, measurable })}</p>
      {source && <p className={styles.source}>{t("planPage.source", source)}</p>}
      <Button className={styles.print} onClick={() => window.print()}>
        <PrintIcon />
        {t("planPage.print")}
      </Button>
    </>
  );
}
