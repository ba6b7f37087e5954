import { useTranslation } from "react-i18next";
import {
  type FigureRange,
  figureRangesPart,
  filterParts,
  type WordedName,
  wordedNames,
} from "../../server/contract/filter-parts.ts";
import { formatRange, nestedText } from "../../server/contract/filter-words.ts";
import type { WordedPart } from "../../server/contract/scalar-parts.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import { type ChoiceName, choiceNames, choiceWords } from "../address/choices.ts";
import { useAddress } from "../address/navigation.ts";
import { formatDistance } from "../core/format.ts";
import { useSiteIndicators } from "../core/indicators.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import type { Catalogue } from "./catalogue.ts";
import { neighbourName } from "./neighbours.ts";

export interface Condition {
  key: string;
  name: string;
  /** The name for print, where no map shows the area; the normal name if left out. */
  printedName?: string;
  /** The change of the filter that removes it. */
  without: Partial<Filter>;
}

type BilingualName = { nameZh: string; nameEn: string };

/** The filter's conditions besides kinds, in the page's language. */
export function useConditions(catalogue: Catalogue | undefined): Condition[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter } = useAddress();
  const rangeName = useRangeName(filter.figures.length > 0);

  /** One condition for each entry of a list. */
  const listConditions = <
    Part extends keyof Filter & ("districts" | "functionalAreas" | "industries" | "statuses" | "figures" | ChoiceName),
  >(
    part: Part,
    nameOfEntry: (entry: Filter[Part][number]) => string,
    keyOf: (entry: Filter[Part][number]) => string = String,
  ): Condition[] => {
    const list = filter[part] as readonly Filter[Part][number][];
    return list.map((entry) => ({
      key: `${part}:${keyOf(entry)}`,
      name: nameOfEntry(entry),
      without: { [part]: list.filter((other) => other !== entry) },
    }));
  };
  const nameOrFallback = (match: BilingualName | undefined, fallback: string) => (match ? nameOf(language, match) : fallback);
  const singleCondition = (
    key: string,
    isSet: unknown,
    name: () => string,
    without: Partial<Filter>,
    printedName: () => string = name,
  ): Condition[] => (isSet === null || isSet === "" ? [] : [{ key, name: name(), printedName: printedName(), without }]);
  const namedText = (name: string, text: string) => t("filter.choice", { group: name, name: text });
  const choiceName = (list: ChoiceName, value: string) => {
    const name = t(`${choiceWords[list]}.${value}` as "confidence.HIGH");
    // "High confidence" is clear by itself; "Culture" may be a theme or a field.
    return list === "confidences" ? name : t("filter.choice", { group: t(`filter.${list}` as "filter.themes"), name });
  };
  const { near, nearKind, bbox, within } = filter;
  const wordedConditions = (name: WordedName): Condition[] => {
    const part = filterParts[name] as unknown as WordedPart<unknown>;
    return singleCondition(name, filter[name], () => part.conditionText(filter[name] as NonNullable<unknown>, language), {
      [name]: null,
    });
  };
  const distance = formatDistance(near?.withinKm ?? 0, language);
  // In display order. A part of the filter that is missing here does not compile.
  const conditions: Record<keyof Filter, Condition[]> = {
    kinds: [],
    text: singleCondition("text", filter.text, () => t("filter.text", { q: filter.text }), { text: "" }),
    near: singleCondition(
      "near",
      near,
      () => t("filter.near", { distance }),
      { near: null },
      () => t("filter.nearPoint", { distance, point: near?.point.join(", ") }),
    ),
    bbox: singleCondition(
      "box",
      bbox ?? within,
      () => t(bbox ? "filter.box" : "filter.drawn"),
      { bbox: null, within: null },
      () =>
        [bbox ? t("filter.boxOf", { box: bbox.join(", ") }) : "", within ? t("filter.drawn") : ""].filter(Boolean).join(" · "),
    ),
    within: [],
    districts: listConditions("districts", (code) =>
      nameOrFallback(
        catalogue?.districts.find((one) => one.code === code),
        code,
      ),
    ),
    functionalAreas: listConditions("functionalAreas", (slug) =>
      nameOrFallback(
        catalogue?.functionalAreas.find((one) => one.slug === slug),
        slug,
      ),
    ),
    statuses: listConditions("statuses", (status) => t(`siteStatus.${status}`)),
    figures: listConditions("figures", rangeName, figureRangesPart.write),
    nearKind: singleCondition("nearKind", nearKind, () => nearKindName(), { nearKind: null }),
    ...(Object.fromEntries(wordedNames.map((name) => [name, wordedConditions(name)])) as Record<WordedName, Condition[]>),
    ...(Object.fromEntries(choiceNames.map((list) => [list, listConditions(list, (value) => choiceName(list, value))])) as Record<
      ChoiceName,
      Condition[]
    >),
    industries: listConditions("industries", (slug) =>
      nameOrFallback(
        catalogue?.industries.find((one) => one.slug === slug),
        slug,
      ),
    ),
    cql: singleCondition(
      "cql",
      filter.cql,
      () => t("filter.cql"),
      { cql: "" },
      () => namedText(t("filter.cql"), filter.cql),
    ),
    and: singleCondition(
      "nested",
      filter.and || filter.or || filter.not,
      () => t("filter.combined"),
      { and: "", or: "", not: "" },
      () => namedText(t("filter.combined"), nestedText(filter)),
    ),
    or: [],
    not: [],
  };
  return Object.values(conditions).flat();

  function nearKindName(): string {
    if (!nearKind) return "";
    return t(nearKind.where === null ? "filter.nearKind" : "filter.nearKindWhere", {
      kind: neighbourName(nearKind, t),
      distance: formatDistance(nearKind.withinKm, language, 3),
    });
  }
}

/** "Planned area 2024: ≥ 1 million m2"; the slug until the indicators' names are there. */
function useRangeName(isNeeded: boolean): (range: FigureRange) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const indicators = useSiteIndicators(isNeeded);
  return (range) => {
    const indicator = indicators.find(({ slug }) => slug === range.indicator);
    const group = [indicator ? nameOf(language, indicator) : range.indicator, range.year].filter(Boolean).join(" ");
    const boundsText = indicator && formatRange(range, indicator.unit, language);
    return boundsText ? t("filter.choice", { group, name: boundsText }) : t("filter.anyFigure", { indicator: group });
  };
}
