// The calendar of releases due, by publication and year.
import { builder } from "../core/builder.ts";
import { computes } from "../core/fields.ts";
import { sql } from "../core/sql.ts";
import { type Awaited, awaited } from "./calendar.ts";
import type { Facts } from "./facts.ts";
import { factsOf } from "./facts-sql.ts";
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
    "A release of yearly figures that targets wait for. When it is due is what is usual, by general knowledge of the statistical calendar.",
  fields: (t) => ({
    slug: t.string({
      description: "The publication and the year.",
      resolve: ({ publication, year }) => `${publication.slug}-${year}`,
    }),
    nameZh: t.string({ description: "The publication, in Chinese.", resolve: ({ publication }) => publication.nameZh }),
    nameEn: t.string({ description: "The publication, in English.", resolve: ({ publication }) => publication.nameEn }),
    year: t.exposeInt("year", { description: "The year that its figures are of." }),
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
          'targets', json_agg(${factsOf(sql`p`, sql`NULL::timestamptz`)} ORDER BY p.position)) FROM plan_target p)`,
      },
      ({ day, targets }) => releasesOf(awaited(targets, day)),
    ),
  }),
);
