import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { mapNumber } from "../map/classified-values.ts";
import { type NumberStyle, valueText } from "../map/value-words.ts";
import type { Reason } from "./district-query.ts";
import type { YearPoint } from "./district-values.ts";

/** A value in words, or the reason why there is none. */
export function useValueText() {
  const { t } = useTranslation();
  return useCallback(
    (point: Omit<YearPoint<Reason>, "year">, numberStyle: NumberStyle): string => {
      const value = mapNumber(point);
      if (value === null) return t(`notComputable.${point.notComputable ?? "NO_FIGURE"}`);
      return valueText({ value, valueMax: point.valueMax, qualifier: point.qualifier ?? "EXACT" }, numberStyle);
    },
    [t],
  );
}
