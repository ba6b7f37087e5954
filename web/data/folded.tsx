import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import styles from "./data.module.css";

interface FoldedProps<Item> {
  items: readonly Item[];
  /** How many are shown at first. */
  most: number;
  children: (shown: readonly Item[]) => ReactNode;
}

/** The beginning of a long list; the rest on request. */
export function Folded<Item>({ items, most, children }: FoldedProps<Item>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const folds = !open && items.length > most;
  return (
    <>
      {children(folds ? items.slice(0, most) : items)}
      {folds && (
        <Button className={styles.more} onClick={() => setOpen(true)}>
          {t("dataPage.showAll", { count: items.length })}
        </Button>
      )}
    </>
  );
}
