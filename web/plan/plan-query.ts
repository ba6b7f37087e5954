import { graphql, type ResultOf } from "../core/graphql.ts";

const targetFragment = graphql(`
  fragment Target on PlanTarget @_unmask {
    slug
    nameZh
    nameEn
    basis
    comparator
    value
    horizon
    hedged
    unit { slug nameZh nameEn }
  }
`);

export const planQuery = graphql(
  `
  query Plan {
    plan {
      horizon
      source { publisherZh publisherEn titleZh titleEn }
      themes {
        slug
        titleZh
        titleEn
        targets { ...Target }
        tasks {
          number
          titleZh
          titleEn
          targets { ...Target }
          commitments { textZh textEn }
        }
      }
    }
  }
`,
  [targetFragment],
);

export type Plan = ResultOf<typeof planQuery>["plan"];
export type Theme = Plan["themes"][number];
export type Task = Theme["tasks"][number];
export type Target = ResultOf<typeof targetFragment>;
