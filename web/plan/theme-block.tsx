import { useTranslation } from "react-i18next";
import { text, useLanguage } from "../core/language.tsx";
import type { Choice } from "./choose.ts";
import styles from "./plan.module.css";
import type { Target, Task, Theme } from "./plan-query.ts";
import { TargetRow } from "./target-row.tsx";

interface ThemeBlockProps {
  theme: Theme;
  /** The chosen ones. */
  targets: readonly Target[];
  all: readonly Target[];
  choice: Choice;
}

/** A theme: targets of the theme itself, then its tasks. Nothing where no target matches the choice. */
export function ThemeBlock({ theme, targets, all, choice }: ThemeBlockProps) {
  const language = useLanguage();
  const own = targets.filter(({ themeSlug }) => themeSlug === theme.slug);
  const tasks = theme.tasks
    .map((task) => ({ task, targets: own.filter(({ taskNumber }) => taskNumber === task.number) }))
    .filter(({ task, targets }) => targets.length > 0 || (choice.state === null && isSelected(task, choice)));
  const above = own.filter(({ taskNumber }) => taskNumber === null);
  if (above.length + tasks.length === 0) return null;
  return (
    <section className={styles.theme}>
      <h2>{text(language, theme, "title")}</h2>
      <Targets targets={above} />
      {tasks.map(({ task, targets }) => (
        <TaskBlock
          key={task.number}
          task={task}
          targets={targets}
          isQuantified={all.some(({ taskNumber }) => taskNumber === task.number)}
        />
      ))}
    </section>
  );
}

/** A task without a target still shows its commitments. */
const isSelected = (task: Task, { task: number, kind }: Choice): boolean =>
  (number === null || task.number === number) && (kind === null || task.siteKinds.includes(kind));

interface TaskBlockProps {
  task: Task;
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
        <span className="visually-hidden">{t("planPage.task", { number: task.number })}: </span>
        {text(language, task, "title")}
      </h3>
      <div>
        <Targets targets={targets} />
        {!isQuantified && <p className={styles.unquantified}>{t("planPage.unquantified")}</p>}
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
