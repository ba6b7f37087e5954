// The closed lists among the parts of the site filter that have switches of their own on the page.
import { filterLists, type ListEntry } from "../../server/contract/filter-lists.ts";
import { type ChoiceName, choiceNames, choiceWords } from "../../server/contract/filter-words.ts";

export { type ChoiceName, choiceNames, choiceWords };

/** All values of a list, in the order of the schema. */
export const choicesOf = (name: ChoiceName): readonly ListEntry<ChoiceName>[] => filterLists[name].values;
