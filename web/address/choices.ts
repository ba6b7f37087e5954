// The closed lists among the parts of the site filter that have switches of their own on the page.
import { type ClosedListName, filterLists, type ListEntry } from "../../server/contract/filter-lists.ts";
import type { PageEnumWords } from "../core/words/enum-words.ts";

/** Which words name the values of each. A list of the contract that is missing here does not compile; kinds and statuses have controls of their own. */
export const choiceWords = {
  confidences: "confidence",
  themes: "theme",
  designations: "designation",
  fields: "exportField",
  designationHolderKinds: "holderKind",
  hubLevels: "hubLevel",
  hubTypes: "hubType",
  facilities: "facility",
} as const satisfies Record<Exclude<ClosedListName, "kinds" | "statuses">, keyof PageEnumWords>;

export type ChoiceName = keyof typeof choiceWords;
export const choiceNames = Object.keys(choiceWords) as ChoiceName[];

/** All values of a list, in the order of the schema. */
export const choicesOf = (name: ChoiceName): readonly ListEntry<ChoiceName>[] => filterLists[name].values;
