import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { navigate } from "../address/navigation.ts";
import { textIn, useLanguage } from "../core/language.tsx";
import { Button } from "../ui/button.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./choice-bar.module.css";
import type { TargetFilter } from "./choose.ts";
import type { PlanTask } from "./plan-query.ts";

interface ChoiceBarProps {
  tasks: readonly PlanTask[];
  targetFilter: TargetFilter;
  shownCount: number;
  total: number;
}

/** Narrows the targets to a task and a kind of site, says how many are shown, and shows all again. */
export function ChoiceBar({ tasks, targetFilter, shownCount, total }: ChoiceBarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.choices}>
      <label>
        <span>{t("planPage.tasks")}</span>
        <select value={targetFilter.task ?? ""} onChange={({ target }) => navigate({ task: Number(target.value) || null })}>
          <option value="">{t("planPage.allTasks")}</option>
          {tasks.map((task) => (
            <option key={task.number} value={task.number}>
              {task.number} {textIn(language, task, "title")}
            </option>
          ))}
        </select>
      </label>
      <fieldset aria-label={t("planPage.kinds")}>
        {siteKinds.map((kind) => (
          <Button
            key={kind}
            variant="chip"
            aria-pressed={targetFilter.kind === kind}
            onClick={() => navigate({ targetKind: targetFilter.kind === kind ? null : kind })}
          >
            <KindMark kind={kind} />
            <span>{t(`kind.${kind}`)}</span>
          </Button>
        ))}
      </fieldset>
      {/* Announced with every change. */}
      <p role="status">{shownCount < total && t("planPage.shown", { shown: shownCount, total })}</p>
      {(targetFilter.task ?? targetFilter.kind ?? targetFilter.state) !== null && (
        <Button variant="link" onClick={() => navigate({ task: null, targetKind: null, targetState: null })}>
          {t("planPage.clear")}
        </Button>
      )}
    </div>
  );
}
