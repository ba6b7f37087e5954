import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { siteNotes } from "../../server/contract/site-notes.ts";
import { formatMoment } from "../address/as-of.ts";
import { filterWords } from "../address/filter-words.ts";
import { useAddress } from "../address/navigation.ts";
import { permanentLink } from "../address/permanent-link.ts";
import { cameraForLink } from "../address/shown-camera.ts";
import { basemapOf } from "../core/basemap.ts";
import { documentTitle } from "../core/demo.ts";
import { formatCount } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { today } from "../core/today.ts";
import type { Result } from "../explore/result.ts";
import { basemapNotes } from "../map/basemap-note.tsx";
import { symbolsLegend } from "../map/legend-marks.ts";
import { useOverlays } from "../map/overlays.ts";
import { usePaperParts } from "../map/paper.ts";
import type { Caption } from "../ui/picture.ts";

export interface ShownSites {
  conditions: readonly string[];
  result: Result | undefined;
  version: number | undefined;
  /** The chosen site or district. */
  chosen: { nameZh: string; nameEn: string } | undefined;
}

/** What stands around the map on paper: title, filter in words, legend, sources, what its lines are, day and address. */
export function useMapCaption({ conditions, result, version, chosen }: ShownSites): Caption {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  const paperParts = usePaperParts();
  const { sizes, neighbours } = useOverlays();
  const { colours, sizes: sizesPart, years, spatial, area } = paperParts;
  const shownParts = [years ?? colours, sizesPart, spatial, years ? undefined : area].flatMap((part) => part ?? []);
  const count = result?.totalCount ?? 0;
  const withoutPoint = result?.facets.withoutPoint ?? 0;
  const sites = [
    filterWords(address.filter, conditions, t, language),
    t("list.count", { count, formatted: formatCount(count, language) }),
    withoutPoint > 0 && t("list.unplacedCount", { count: withoutPoint }),
  ];
  const subtitle = [
    ...shownParts.map((part) => part.subtitle),
    // Small maps of districts show no sites.
    ...(years ? [] : sites),
    address.asOf && t("asOf.notice", { moment: formatMoment(address.asOf, language) }),
  ];
  const titles = [...(chosen && !years ? [nameOf(language, chosen)] : []), ...shownParts.flatMap(({ title }) => title ?? [])];
  return {
    title: documentTitle(titles.length > 0 ? titles.join(language === "zh" ? "、" : ", ") : t("name")),
    subtitle: subtitle.filter(Boolean).join(" · "),
    legend: [
      ...shownParts.flatMap(({ legend }) => legend),
      ...(years
        ? []
        : [symbolsLegend(t, { hasTileGroups: false, isSized: sizes !== null, hasNeighbours: neighbours.length > 0 })]),
    ],
    notes: [
      ...(years ? [] : [siteNotes(result, address.filter.kinds, language).join(language === "zh" ? "" : " ")]),
      ...shownParts.flatMap(({ notes = [] }) => notes),
      version === undefined ? "" : basemapNotes(basemapOf(address.basemap), version, t).join(" · "),
      [
        t("name"),
        t("print.made", { date: namedPeriodText(today(), language) }),
        permanentLink({ ...address, camera: cameraForLink(address) }),
      ].join(" · "),
    ].filter(Boolean),
  };
}
