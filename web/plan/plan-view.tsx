import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { text, useLanguage } from "../core/language.tsx";
import { Page } from "../core/page.tsx";
import { Failure, Waiting } from "../core/states.tsx";
import styles from "./plan.module.css";
import { type Plan, planQuery, type Target, type Task } from "./plan-query.ts";
import { TargetRow } from "./target-row.tsx";

/** What the plan sets out to do: its themes, tasks and targets, in its own order. */
export function PlanView() {
  const { t } = useTranslation();
  const [{ data, error }, retry] = useQuery({ query: planQuery });
  if (data) return <PlanPage plan={data.plan} />;
  return (
    <Page title={t("place.plan")} lead={null}>
      {error ? <Failure error={error} onRetry={() => retry({ requestPolicy: "network-only" })} /> : <Waiting lines={14} />}
    </Page>
  );
}

function PlanPage({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tasks = plan.themes.flatMap((theme) => theme.tasks);
  const count = [...plan.themes, ...tasks].reduce((sum, { targets }) => sum + targets.length, 0);
  const source = plan.source && {
    title: text(language, plan.source, "title"),
    publisher: text(language, plan.source, "publisher"),
  };
  const lead = (
    <>
      <p>{t("planPage.lead", { tasks: tasks.length, count })}</p>
      {source && <p className={styles.source}>{t("planPage.source", source)}</p>}
    </>
  );
  return (
    <Page title={t("planPage.title", { horizon: plan.horizon })} lead={lead}>
      {plan.themes.map((theme) => (
        <section key={theme.slug} className={styles.theme}>
          <h2>{text(language, theme, "title")}</h2>
          <Targets targets={theme.targets} />
          {theme.tasks.map((task) => (
            <TaskBlock key={task.number} task={task} />
          ))}
        </section>
      ))}
    </Page>
  );
}

function TaskBlock({ task }: { task: Task }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={styles.task}>
      <h3>
        <span aria-hidden="true">{task.number}</span>
        <span className="unseen">{t("planPage.task", { number: task.number })}: </span>
        {text(language, task, "title")}
      </h3>
      <div>
        <Targets targets={task.targets} />
        {task.commitments.length > 0 && (
          <ul className={styles.commitments} aria-label={t("planPage.commitments")}>
            {task.commitments.map((commitment) => (
              <li key={commitment.textEn}>{text(language, commitment, "text")}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Targets({ targets }: { targets: readonly Target[] }) {
  if (targets.length === 0) return null;
  return (
    <ul className={styles.targets}>
      {targets.map((target) => (
        <TargetRow key={target.slug} target={target} />
      ))}
    </ul>
  );
}
