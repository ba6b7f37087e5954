import { enumWordsEn } from "../../../server/contract/enum-words-en.ts";
import type { PageEnumWords } from "./enum-words.ts";

/** What enum values are called in English: those of the model, and those that only the API has. */
export const enEnums: PageEnumWords = {
  ...enumWordsEn,
  preferenceRule: {
    STATUS: "more official",
    PUBLISHER: "publisher closer to the original data",
    CONFIDENCE: "more reliable",
    RELEASE: "newer release",
    STORED: "later entry",
  },
  targetState: {
    MET: "Met",
    ON_TRACK_OR_BETTER: "On track, possibly met",
    ON_TRACK: "On track",
    OFF_TRACK: "Off track",
    UNDECIDED: "Undecided",
    NO_DATA: "Awaiting data",
    NOT_MEASURABLE: "Not measurable",
  },
  missingKind: {
    NO_MEASURE: "no indicator measures it",
    NO_FIGURE: "no published figure was found",
    ONLY_GOALS: "only targets or forecasts were found",
    STALE: "the figure is too old",
    ONE_FIGURE: "a single figure so far",
    BREAK_IN_SERIES: "earlier figures are not comparable",
    ZERO_BASE: "the baseline is zero",
    UNSOURCED: "a figure it depends on is unsourced",
  },
};
