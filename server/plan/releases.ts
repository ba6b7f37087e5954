// The calendar of releases due, by publication and year.

import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { computes } from "../graphql/fields.ts";
import { type Awaited, awaited } from "./calendar.ts";
import type { Facts } from "./facts.ts";
import { atMoment, factsOf } from "./facts-sql.ts";
import { Plan } from "./plan.ts";

interface Due extends Omit<Awaited, "target"> {
  targets: string[];
}

/** The same release for several targets is one. */
function releasesOf(figures: readonly Awaited[]): Due[] {
  const releases = new Map<string, Due>();
  for (const { target, ...figure } of figures) {
    const key = `${figure.from} ${figure.publication.slug}`;
    const release = releases.get(key) ?? { ...figure, targets: [] };
    release.targets.push(target);
    releases.set(key, release);
  }
  return [...releases].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, release]) => release);
}

const Release = builder.objectRef<Due>("Release");
Release.implement({
  description:
    "A release of figures that targets wait for: of a whole year, which decides, or of a month. When it is due is what is usual, by general knowledge of the statistical calendar.",
  fields: (t) => ({
    slug: t.string({
      description: "The publication and the end of the period.",
      resolve: ({ publication, periodEnd }) => `${publication.slug}-${periodEnd}`,
    }),
    nameZh: t.string({ description: "The publication, in Chinese.", resolve: ({ publication }) => publication.name.zh }),
    nameEn: t.string({ description: "The publication, in English.", resolve: ({ publication }) => publication.name.en }),
    periodEnd: t.field({
      type: "Date",
      description: "Last day of the period that its figures are of.",
      resolve: ({ periodEnd }) => periodEnd,
    }),
    periodZh: t.string({ description: "That period, in Chinese.", resolve: ({ period }) => period.zh }),
    periodEn: t.string({ description: "That period, in English.", resolve: ({ period }) => period.en }),
    usuallyFrom: t.field({
      type: "Date",
      description: "First day of the time when it usually comes.",
      resolve: ({ from }) => from,
    }),
    usuallyTo: t.field({ type: "Date", description: "Last day of the time when it usually comes.", resolve: ({ to }) => to }),
    isOverdue: t.exposeBoolean("isOverdue", { description: "Whether that time is past and the figures are not in the atlas." }),
    targets: t.exposeStringList("targets", { description: "The targets that wait for it, by slug." }),
  }),
});

builder.objectField(Plan, "releases", (t) =>
  t.field({
    type: [Release],
    description: "The releases that targets wait for, by the day they are due; one that is overdue stands with its usual time.",
    complexity: { field: 100, multiplier: 14 },
    args: { day: t.arg({ type: "Date", description: "As seen on that day; today where left out." }) },
    ...computes<{ day: string; targets: Facts[] }, Due[]>(
      {
        value: (
          _row,
          { day },
        ) => sql`(SELECT json_build_object('day', coalesce(${(day as string | undefined) ?? null}::date, (now() AT TIME ZONE 'Asia/Shanghai')::date),
          'targets', json_agg(${factsOf(atMoment(sql`p`, null))} ORDER BY p.position)) FROM plan_target p)`,
      },
      ({ day, targets }) => releasesOf(awaited(targets, day)),
    ),
  }),
);
