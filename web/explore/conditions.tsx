import { useTranslation } from "react-i18next";
import { changeFilter } from "../address/navigation.ts";
import { Button } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import type { Catalogue } from "./catalogue.ts";
import styles from "./explore.module.css";
import { useConditions } from "./use-conditions.ts";

/** The filter's conditions besides kinds, each with a remove button: also those that only a link can set. */
export function Conditions({ catalogue }: { catalogue: Catalogue | undefined }) {
  const { t } = useTranslation();
  const conditions = useConditions(catalogue);
  if (conditions.length === 0) return null;
  return (
    <ul className={styles.conditions}>
      {conditions.map(({ key, name, without }) => (
        <li key={key}>
          <Button variant="chip" aria-label={t("filter.remove", { name })} onClick={() => changeFilter(without)}>
            {name}
            <CloseIcon size={13} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
