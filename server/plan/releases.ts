// The calendar of releases due, by publication and year.

import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { computedFromSql } from "../graphql/fields.ts";
import { type DueRelease, dueReleases } from "./calendar.ts";
import type { TargetFacts } from "./facts.ts";
import { factsOf, targetAt } from "./facts-sql.ts";
import { Plan } from "./plan.ts";

interface SharedRelease extends Omit<DueRelease, "target"> {
  targets: string[];
}

/** Targets that wait for the same release share one entry. */
function releasesOf(figures: readonly DueRelease[]): SharedRelease[] {
  const releases = new Map<string, SharedRelease>();
  for (const { target, ...figure } of figures) {
    const key = `${figure.from} ${figure.releaseRule.slug}`;
    const release = releases.get(key) ?? { ...figure, targets: [] };
    release.targets.push(target);
    releases.set(key, release);
  }
  return [...releases].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, release]) => release);
}

const Release = builder.objectRef<SharedRelease>("Release");
Release.implement({
  description:
    "A release of figures that targets depend on: for a whole year, which decides the state, or for a month. Due dates follow the usual statistical calendar.",
  fields: (t) => ({
    slug: t.string({
      description: "The publication and the end of the period.",
      resolve: ({ releaseRule, periodEnd }) => `${releaseRule.slug}-${periodEnd}`,
    }),
    nameZh: t.string({
      description: "The publication, in Chinese.",
      resolve: ({ releaseRule }) => releaseRule.name.zh,
    }),
    nameEn: t.string({
      description: "The publication, in English.",
      resolve: ({ releaseRule }) => releaseRule.name.en,
    }),
    periodEnd: t.field({
      type: "Date",
      description: "Last day of the period that its figures cover.",
      resolve: ({ periodEnd }) => periodEnd,
    }),
    periodZh: t.string({ description: "That period, in Chinese.", resolve: ({ period }) => period.zh }),
    periodEn: t.string({ description: "That period, in English.", resolve: ({ period }) => period.en }),
    usuallyFrom: t.field({
      type: "Date",
      description: "First day of its usual release window.",
      resolve: ({ from }) => from,
    }),
    usuallyTo: t.field({ type: "Date", description: "Last day of its usual release window.", resolve: ({ to }) => to }),
    isOverdue: t.exposeBoolean("isOverdue", {
      description: "Whether that window has passed without the release being added to the atlas.",
    }),
    lacksFigures: t.exposeBoolean("lacksFigures", {
      description: "Whether the release is in the atlas but gives no figures for these targets; it is then not overdue.",
    }),
    targets: t.exposeStringList("targets", { description: "The targets that depend on it, by slug." }),
  }),
});

// An article about a document, or a quotation of it, may leave out what the document gives.
const documentTitles = sql`(SELECT coalesce(json_agg(source.title_zh), '[]'::json) FROM source
  WHERE source.publisher_kind IN ('GOVERNMENT', 'STATISTICS') AND source.access <> 'BACKGROUND')`;

builder.objectField(Plan, "releases", (t) =>
  t.field({
    type: [Release],
    description:
      "The releases that targets depend on, in order of their due dates; those overdue or without the figures keep their usual dates.",
    complexity: { field: 100, multiplier: 14 },
    args: { day: t.arg({ type: "Date", description: "The reference day; today by default." }) },
    ...computedFromSql<{ day: string; targets: TargetFacts[]; documentTitles: string[] }, SharedRelease[]>(
      {
        value: (_row, { day }) => sql`(SELECT json_build_object('day',
          coalesce(${(day as string | undefined) ?? null}::date, (now() AT TIME ZONE 'Asia/Shanghai')::date),
          'targets', json_agg(${factsOf(targetAt(sql`plan_target`, null))} ORDER BY plan_target.position),
          'documentTitles', ${documentTitles}) FROM plan_target)`,
      },
      ({ day, targets, documentTitles }) => releasesOf(dueReleases(targets, day, documentTitles)),
    ),
  }),
);
