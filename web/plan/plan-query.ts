import { graphql, type ResultOf } from "../core/graphql.ts";

/** A figure in a row of the list: value and period. */
const shortFigureFragment = graphql(`
  fragment ShortFigure on Observation @_unmask {
    id
    value
    valueMax
    qualifier
    periodKind
    periodStart
    periodEnd
    periodNoteZh
    periodNoteEn
    indicator { unit { slug nameZh nameEn } }
  }
`);

export const targetFragment = graphql(
  `
  fragment Target on PlanTarget @_unmask {
    slug
    nameZh
    nameEn
    basis
    comparator
    value
    baseYear
    horizon
    aspirational
    taskNumber
    themeSlug
    siteKinds
    dataHolderZh
    dataHolderEn
    unit { slug nameZh nameEn }
    progress(asOf: $asOf) {
      state
      metBeforePlan
      onlyFiguresBeforePlan
      baseline { ...ShortFigure }
      latest { ...ShortFigure sources { slug publisherZh publisherEn titleZh titleEn publishedOn url access } }
      otherBaselines { year state projected { value valueMax qualifier textZh textEn } }
      paceSoFar { value valueMax qualifier textZh textEn }
      gap { textZh textEn }
      ruleZh
      ruleEn
      missing
      missingZh
      missingEn
    }
  }
`,
  [shortFigureFragment],
);

export const planQuery = graphql(
  `
  query Plan($asOf: DateTime) {
    atlas { version }
    plan {
      horizon
      source { publisherZh publisherEn titleZh titleEn }
      themes {
        slug
        titleZh
        titleEn
        tasks { number titleZh titleEn siteKinds commitments { textZh textEn } }
      }
      rules { titleZh titleEn textZh textEn }
      releases { slug nameZh nameEn periodZh periodEn usuallyFrom usuallyTo isOverdue lacksFigures targets }
    }
    planTargets(asOf: $asOf) { ...Target }
  }
`,
  [targetFragment],
);

export type PlanAnswer = ResultOf<typeof planQuery>;
export type Plan = PlanAnswer["plan"];
export type PlanTheme = Plan["themes"][number];
export type PlanTask = PlanTheme["tasks"][number];
export type Release = Plan["releases"][number];
export type Target = ResultOf<typeof targetFragment>;
export type TargetState = Target["progress"]["state"];
export type ShortFigure = ResultOf<typeof shortFigureFragment>;
