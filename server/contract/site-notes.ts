import { type CountsByKind, countNotes } from "./count-notes.ts";
import { distanceNotes, type ResultWithDistances, uncertainNote } from "./distance-notes.ts";
import type { SiteKind } from "./kinds.ts";
import type { Language } from "./language.ts";

export interface NotedResult extends ResultWithDistances {
  facets: CountsByKind;
}

/** What is said of the sites of a filter on paper: what it leaves open, and what the counts of its kinds (none: all) consist of. */
export const siteNotes = (result: NotedResult | undefined, kinds: readonly SiteKind[], language: Language): string[] => [
  ...distanceNotes(result, language),
  ...uncertainNote(result, language),
  ...(result ? countNotes(result.facets, language, kinds) : []),
];
