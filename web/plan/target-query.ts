import { graphql, type ResultOf } from "../core/graphql.ts";
import { figureFragment } from "../provenance/figure.ts";
import { targetFragment } from "./plan-query.ts";

const boundFragment = graphql(`
  fragment BoundText on Bound @_unmask { value valueMax qualifier textZh textEn }
`);

export const targetQuery = graphql(
  `
  query Target($slugs: [String!]!, $asOf: DateTime) {
    planTargets(slugs: $slugs, asOf: $asOf) {
      ...Target
      noteZh
      noteEn
      designations
      progress(asOf: $asOf) {
        baseline { ...Figure }
        latest { ...Figure }
        history { ...Figure }
        gap { ...BoundText }
        paceSoFar { ...BoundText }
        neededPace { ...BoundText }
        projected { ...BoundText }
        projectedShortfall { ...BoundText }
      }
      indicators(asOf: $asOf) {
        role
        noteZh
        noteEn
        progress { state }
        indicator { slug nameZh nameEn definitionZh definitionEn unit { slug } }
        subject {
          __typename
          ... on Region { code nameZh nameEn }
          ... on District { code nameZh nameEn }
          ... on FunctionalArea { slug nameZh nameEn }
          ... on Site { slug nameZh nameEn }
        }
        figures { ...Figure }
      }
      sites { slug kind nameZh nameEn }
      districts { code nameZh nameEn }
    }
  }
`,
  [targetFragment, figureFragment, boundFragment],
);

export type TargetDetails = ResultOf<typeof targetQuery>["planTargets"][number];
export type TargetIndicator = TargetDetails["indicators"][number];
export type BoundText = ResultOf<typeof boundFragment>;
