import { useTranslation } from "react-i18next";
import { withColon } from "../core/format.ts";
import { textIn, useLanguage } from "../core/language.tsx";
import type { TargetFilter } from "./choose.ts";
import styles from "./plan.module.css";
import type { PlanTask, PlanTheme, Target } from "./plan-query.ts";
import { TargetRow } from "./target-row.tsx";

interface ThemeBlockProps {
  theme: PlanTheme;
  /** The chosen ones. */
  targets: readonly Target[];
  allTargets: readonly Target[];
  targetFilter: TargetFilter;
}

/** A theme: targets of the theme itself, then its tasks. Nothing where no target matches the choice. */
export function ThemeBlock({ theme, targets, allTargets, targetFilter }: ThemeBlockProps) {
  const language = useLanguage();
  const themeTargets = targets.filter(({ themeSlug }) => themeSlug === theme.slug);
  const tasks = theme.tasks
    .map((task) => ({ task, targets: themeTargets.filter(({ taskNumber }) => taskNumber === task.number) }))
    .filter(({ task, targets }) => targets.length > 0 || (targetFilter.state === null && isSelected(task, targetFilter)));
  const targetsWithoutTask = themeTargets.filter(({ taskNumber }) => taskNumber === null);
  if (targetsWithoutTask.length + tasks.length === 0) return null;
  return (
    <section className={styles.theme}>
      <h2>{textIn(language, theme, "title")}</h2>
      <TargetList targets={targetsWithoutTask} />
      {tasks.map(({ task, targets }) => (
        <TaskBlock
          key={task.number}
          task={task}
          targets={targets}
          isQuantified={allTargets.some(({ taskNumber }) => taskNumber === task.number)}
        />
      ))}
    </section>
  );
}

/** A task without a target still shows its commitments. */
const isSelected = (task: PlanTask, { task: number, kind }: TargetFilter): boolean =>
  (number === null || task.number === number) && (kind === null || task.siteKinds.includes(kind));

interface TaskBlockProps {
  task: PlanTask;
  targets: readonly Target[];
  /** Whether the plan has a number for it at all. */
  isQuantified: boolean;
}

function TaskBlock({ task, targets, isQuantified }: TaskBlockProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={styles.task}>
      <h3>
        <span aria-hidden="true">{task.number}</span>
        <span className="visually-hidden">{withColon(t("planPage.task", { number: task.number }), "", language)}</span>
        {textIn(language, task, "title")}
      </h3>
      <div>
        <TargetList targets={targets} />
        {!isQuantified && <p className={styles.unquantified}>{t("planPage.unquantified")}</p>}
        {task.commitments.length > 0 && (
          <ul className={styles.commitments} aria-label={t("planPage.commitments")}>
            {task.commitments.map((commitment) => (
              <li key={commitment.textEn}>{textIn(language, commitment, "text")}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function TargetList({ targets }: { targets: readonly Target[] }) {
  if (targets.length === 0) return null;
  return (
    <ul className={styles.targets}>
      {targets.map((target) => (
        <TargetRow key={target.slug} target={target} />
      ))}
    </ul>
  );
}
