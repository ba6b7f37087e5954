import type { Language } from "../../server/contract/language.ts";
import { yearRange } from "../../server/contract/quantities.ts";
import type { AreaSet } from "../address/parameters.ts";
import { withBrackets } from "../core/format.ts";

interface Titled {
  /** The names of the shown measures, and the years of their values. */
  names: readonly string[];
  years: readonly (string | number)[];
}

const severalMeasures: Record<Language, Record<AreaSet, string>> = {
  zh: { DISTRICT: "各区对比", FUNCTIONAL_AREA: "功能区对比" },
  en: { DISTRICT: "Districts compared", FUNCTIONAL_AREA: "Functional areas compared" },
};

/** What is compared, for the title of the window and the name of a printed file: the measure where it is one, with the years. */
export function shownTitle({ names, years }: Titled, areaSet: AreaSet, language: Language): string {
  const sorted = [...new Set(years.map(Number))].sort((one, other) => one - other);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  const period = first === undefined || last === undefined ? "" : first === last ? `${first}` : yearRange(first, last, language);
  const [name] = names;
  return withBrackets(name && names.length === 1 ? name : severalMeasures[language][areaSet], period, language);
}
