// The closed lists that the site filter chooses from, by their name in the address. The values are those of the words, so that a
// value without a name in both languages cannot be chosen.
import { enEnums } from "../core/words/en-enums.ts";
import type { EnumWords } from "../core/words/enum-words.ts";

/** Which words name the values of a list of choices. */
export const choiceWords = {
  confidences: "confidence",
  themes: "theme",
  designations: "designation",
  fields: "exportField",
  holders: "holderKind",
  levels: "hubLevel",
  hubTypes: "hubType",
  facilities: "facility",
} as const satisfies Record<string, keyof EnumWords>;

export type ChoiceName = keyof typeof choiceWords;
type ChoiceOf<Name extends ChoiceName> = keyof EnumWords[(typeof choiceWords)[Name]];
/** Chosen values by list, typed as the schema's enums. */
export type Choices = { readonly [Name in ChoiceName]: readonly ChoiceOf<Name>[] };

export const choiceNames = Object.keys(choiceWords) as ChoiceName[];

/** All values of a list, in the order of the schema. */
export const choicesOf = <Name extends ChoiceName>(name: Name): ChoiceOf<Name>[] =>
  Object.keys(enEnums[choiceWords[name]]) as ChoiceOf<Name>[];

export const noChoices = Object.fromEntries(choiceNames.map((name) => [name, []])) as unknown as Choices;
