import { graphql, type ResultOf } from "../core/graphql.ts";
import { figureFragment } from "./figure.ts";

/** The details of one figure, requested when they are opened, so that lists stay light. */
export const provenanceQuery = graphql(
  `
  query Provenance($id: ID!, $asOf: DateTime) {
    node(id: $id) {
      ... on Observation {
        ...Figure
        recordedAt
        supersededAt
        synthetic
        isPreferred(asOf: $asOf)
        subject {
          ... on Site { nameZh nameEn }
          ... on District { nameZh nameEn }
          ... on FunctionalArea { nameZh nameEn }
          ... on Region { nameZh nameEn }
        }
        origins: sources { slug publisherKind noteZh noteEn }
        conflicts(asOf: $asOf) {
          otherIsPreferred
          compatible
          decidedBy
          other { ...Figure }
        }
      }
    }
  }
`,
  [figureFragment],
);

type Answer = NonNullable<ResultOf<typeof provenanceQuery>["node"]>;
export type ProvenanceRecord = Extract<Answer, { conflicts: unknown }>;
export type ConflictRecord = ProvenanceRecord["conflicts"][number];
