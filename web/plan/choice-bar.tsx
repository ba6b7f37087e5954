import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { visit } from "../address/navigation.ts";
import { text, useLanguage } from "../core/language.tsx";
import { Button } from "../ui/button.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./choice-bar.module.css";
import type { Choice } from "./choose.ts";
import type { Task } from "./plan-query.ts";

interface ChoiceBarProps {
  tasks: readonly Task[];
  choice: Choice;
  shown: number;
  total: number;
}

/** Narrows the targets to a task and a kind of site, says how many are shown, and shows all again. */
export function ChoiceBar({ tasks, choice, shown, total }: ChoiceBarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.choices}>
      <label>
        <span>{t("planPage.tasks")}</span>
        <select value={choice.task ?? ""} onChange={({ target }) => visit({ task: Number(target.value) || null })}>
          <option value="">{t("planPage.allTasks")}</option>
          {tasks.map((task) => (
            <option key={task.number} value={task.number}>
              {task.number} {text(language, task, "title")}
            </option>
          ))}
        </select>
      </label>
      <fieldset aria-label={t("planPage.kinds")}>
        {siteKinds.map((kind) => (
          <Button
            key={kind}
            variant="chip"
            aria-pressed={choice.kind === kind}
            onClick={() => visit({ targetKind: choice.kind === kind ? null : kind })}
          >
            <KindMark kind={kind} />
            <span>{t(`kind.${kind}`)}</span>
          </Button>
        ))}
      </fieldset>
      {/* Announced with every change. */}
      <p role="status">{shown < total && t("planPage.shown", { shown, total })}</p>
      {(choice.task ?? choice.kind ?? choice.state) !== null && (
        <Button variant="link" onClick={() => visit({ task: null, targetKind: null, targetState: null })}>
          {t("planPage.clear")}
        </Button>
      )}
    </div>
  );
}
