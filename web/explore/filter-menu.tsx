import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { toggleInList } from "../address/filter.ts";
import { Button } from "../ui/button.tsx";
import { ChevronIcon } from "../ui/icons.tsx";
import { Popup } from "../ui/popup.tsx";
import styles from "./explore.module.css";

export interface FilterChoice {
  value: string;
  name: string;
  /** How many sites it would show; undefined where that is not counted. */
  count?: number | undefined;
}

interface FilterMenuProps {
  label: string;
  choices: readonly FilterChoice[];
  selectedValues: readonly string[];
  /** What is to be known before choosing. */
  note?: string;
  onChange: (selectedValues: string[]) => void;
}

/** One part of the filter: a button with the number of chosen values, and their menu. */
export function FilterMenu({ label, choices, selectedValues, note, onChange }: FilterMenuProps) {
  const { t } = useTranslation();
  return (
    <Popup
      label={label}
      width={280}
      button={
        <Button className={styles.menu} data-active={selectedValues.length > 0 || undefined}>
          <span>{label}</span>
          {selectedValues.length > 0 && <b>{selectedValues.length}</b>}
          <ChevronIcon />
        </Button>
      }
    >
      <ul>
        {choices.map(({ value, name, count }) => (
          <li key={value}>
            <Checkbox
              size="xs"
              checked={selectedValues.includes(value)}
              onChange={() => onChange(toggleInList(selectedValues, value))}
              label={
                <>
                  <span>{name}</span>
                  {count !== undefined && <span className={styles.count}>{count}</span>}
                </>
              }
              classNames={{
                root: styles.choice,
                body: styles.choiceBody,
                labelWrapper: styles.choiceLabel,
                label: styles.choiceText,
              }}
            />
          </li>
        ))}
      </ul>
      {note && <p className={styles.note}>{note}</p>}
      {selectedValues.length > 0 && (
        <Button variant="link" onClick={() => onChange([])}>
          {t("filter.clear")}
        </Button>
      )}
    </Popup>
  );
}
