import { useTranslation } from "react-i18next";
import { navigate } from "../address/navigation.ts";
import { SortIcon } from "../ui/icons.tsx";
import type { Column } from "./column.ts";
import { type Order, writeOrder } from "./sort.ts";

/** The heads of the columns; each is a button that sorts. Figures are first requested from the top, all else from the start. */
export function TableHead({ columns, order }: { columns: readonly Column[]; order: Order }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ id, label, isNumeric, detail }) => {
          const sorted = order.column !== id ? "none" : order.descending ? "descending" : "ascending";
          const next = { column: id, descending: sorted === "none" ? detail !== undefined : sorted === "ascending" };
          return (
            <th key={id} scope="col" aria-sort={sorted} data-numeric={isNumeric}>
              <button
                type="button"
                title={t("table.sort", { column: label })}
                onClick={() => navigate({ sort: writeOrder(next) }, "replace")}
              >
                <span>{label}</span>
                <SortIcon direction={sorted} />
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
