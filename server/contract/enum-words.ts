// The words for the values of the model's enums. A value added to the model does not compile until it is named in both languages.
import type * as enumValues from "../generated/values.ts";

type Values<Name extends keyof typeof enumValues> = Record<(typeof enumValues)[Name][number], string>;

export interface EnumWords {
  kind: Values<"SiteKind">;
  /** A kind by itself, above the name of a site. */
  kindSingular: Values<"SiteKind">;
  confidence: Values<"Confidence">;
  siteStatus: Values<"SiteStatus">;
  theme: Values<"ParkTheme">;
  designation: Values<"ParkDesignation">;
  exportField: Values<"ExportField">;
  holderKind: Values<"HolderKind">;
  hubType: Values<"HubType">;
  hubLevel: Values<"HubLevel">;
  facility: Values<"HubFacility">;
  access: Values<"SourceAccess">;
  publisherKind: Values<"PublisherKind">;
  /** The word before a number; empty where the number stands for itself. */
  qualifier: Values<"Qualifier">;
  figureStatus: Values<"ObservationStatus">;
  periodKind: Values<"PeriodKind">;
  noteKind: Values<"DataNoteKind">;
  basis: Values<"TargetBasis">;
  comparator: Values<"Comparator">;
  measureRole: Values<"MeasureRole">;
  frequency: Values<"IndicatorFrequency">;
  aggregation: Values<"Aggregation">;
  direction: Values<"Direction">;
  standard: Values<"StatisticalStandard">;
  subjectKind: Values<"SubjectKind">;
}
