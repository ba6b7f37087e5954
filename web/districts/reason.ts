import type { TFunction } from "i18next";
import type { Cell } from "./comparison-query.ts";

/** Why a cell has no value. */
export function reasonOf({ notComputable }: Pick<Cell, "notComputable">, t: TFunction): string {
  return t(`notComputable.${notComputable ?? "NO_FIGURE"}`);
}
