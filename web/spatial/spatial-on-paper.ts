import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { numberRange } from "../../server/contract/quantities.ts";
import { useAddress } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { countClasses } from "../map/classes.ts";
import { groupTones } from "../map/group-tones.ts";
import { discMark, fieldMark, hatchedMark, lineMark } from "../map/legend-marks.ts";
import { useOverlays } from "../map/overlays.ts";
import { showOnPaper } from "../map/paper.ts";
import type { LegendPart } from "../ui/picture-legend.ts";
import { coverWords } from "./cover-words.ts";

/** The meaning of counts, reach and lines, for the printed and the saved map. */
export function useSpatialOnPaper() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { coverage } = useAddress();
  const { groups, uncoveredArea, distanceLines, nearest } = useOverlays();
  const hasLines = distanceLines.length > 0 || nearest !== null;
  const legend = useMemo(() => {
    const parts: LegendPart[] = [];
    if (groups && groups.groups.length > 0) {
      const isCluster = groups.grouping === "cluster";
      const write = (value: number) => formatCount(value, language);
      parts.push({
        title: t(isCluster ? "spatial.perCluster" : "spatial.perHex"),
        entries: countClasses(groups.groups.map(({ count }) => count)).map(({ from, to, tone }) => ({
          markSvg: isCluster ? discMark(6.5, groupTones.light[tone] ?? null) : fieldMark(groupTones.light[tone] ?? "none"),
          text: from === to ? write(from) : numberRange(write(from), write(to), language),
        })),
      });
    }
    const entries = [
      ...(uncoveredArea && coverage
        ? [{ markSvg: hatchedMark(), text: t("spatial.uncovered", coverWords(coverage, language, t(`kind.${coverage.kind}`))) }]
        : []),
      ...(hasLines ? [{ markSvg: lineMark(), text: t("spatial.line") }] : []),
    ];
    return entries.length > 0 ? [...parts, { entries }] : parts;
  }, [groups, uncoveredArea, coverage, hasLines, t, language]);
  useEffect(() => (legend.length > 0 ? showOnPaper("spatial", { legend }) : undefined), [legend]);
}
