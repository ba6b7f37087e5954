import type { graphql } from "../graphql.ts";

type Values<Name extends Parameters<typeof graphql.scalar>[0]> = Record<
  Extract<ReturnType<typeof graphql.scalar<Name>>, string>,
  string
>;

/** A word for every value of every enum that the page shows: a value added to the schema fails to compile until it is named twice. */
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
  /** Completes "stands, because of …". */
  preferenceRule: Values<"PreferenceRule">;
  /** The word before a number; empty where the number stands for itself. */
  qualifier: Values<"Qualifier">;
  figureStatus: Values<"ObservationStatus">;
  noteKind: Values<"DataNoteKind">;
  basis: Values<"TargetBasis">;
  comparator: Values<"Comparator">;
  targetState: Values<"TargetState">;
  measureRole: Values<"MeasureRole">;
  missingKind: Values<"MissingKind">;
  frequency: Values<"IndicatorFrequency">;
  aggregation: Values<"Aggregation">;
  direction: Values<"Direction">;
  standard: Values<"StatisticalStandard">;
  subjectKind: Values<"SubjectKind">;
}
