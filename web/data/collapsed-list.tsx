import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePrinting } from "../core/printing.ts";
import { Button } from "../ui/button.tsx";
import styles from "./data.module.css";

interface CollapsedListProps<Item> {
  items: readonly Item[];
  /** The number of items shown until the list is expanded. */
  initialCount: number;
  /** Paper cannot be expanded: the list is printed whole. */
  wholeOnPaper?: boolean;
  children: (shownItems: readonly Item[]) => ReactNode;
}

/** The first items of a long list, with a button that shows the rest. */
export function CollapsedList<Item>({ items, initialCount, wholeOnPaper, children }: CollapsedListProps<Item>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isWhole = usePrinting() && wholeOnPaper;
  const isCollapsed = !isOpen && !isWhole && items.length > initialCount;
  return (
    <>
      {children(isCollapsed ? items.slice(0, initialCount) : items)}
      {isCollapsed && (
        <>
          <Button className={styles.more} onClick={() => setOpen(true)}>
            {t("dataPage.showAll", { count: items.length })}
          </Button>
          <p className="paper-only">{t("dataPage.firstOf", { count: initialCount, total: items.length })}</p>
        </>
      )}
    </>
  );
}
