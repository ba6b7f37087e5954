import { AtlasError } from "../core/errors.ts";
import { WRITE_LOCK } from "../database/migrations.ts";
import type { Database } from "../database/pool.ts";
import type { Dataset } from "./dataset.ts";
import { importErrors } from "./errors.ts";
import { type Origin, publishObservations } from "./publish-observations.ts";
import { publishPlaces } from "./publish-places.ts";
import { publishNotes, publishPlan } from "./publish-plan.ts";
import { publishSites } from "./publish-sites.ts";
import { checkReferences } from "./references.ts";
import type { Transaction } from "./upsert.ts";

export interface Publication {
  origin: Origin;
  author: string;
  reason: string;
}

// What the files tell as a whole and nothing refers to: links, notes, the plan. Children before parents.
const TOLD_ANEW = [
  ...["functional_area_district", "functional_area_source", "site_industry", "site_source", "data_note_source", "data_note"],
  ...["plan_commitment", "target_measure", "plan_target", "plan_task", "plan_theme"],
];

/**
 * Takes a set of data in as one change set: all of it or nothing. The same files a second time change nothing. Figures
 * are never overwritten: what is no longer in the files is marked as superseded. Returns the change set's number, or
 * undefined where there was nothing to do. Throws DATA_INVALID.
 */
export async function publish(database: Database, data: Dataset, publication: Publication): Promise<number | undefined> {
  checkReferences(data);
  return asOneChange(database, publication, data.digest, async (tx, change) => {
    await refuseWithdrawn(tx, data);
    for (const table of TOLD_ANEW) await tx.$executeRawUnsafe(`DELETE FROM ${table}`);
    await publishPlaces(tx, data);
    await publishSites(tx, data.sites);
    await publishObservations(tx, data.observations, change, publication.origin);
    await publishNotes(tx, data);
    await publishPlan(tx, data.plan);
  });
}

/** Writes as one change set, unless the last one of this origin was made of the same; returns its number, or undefined. */
export function asOneChange(
  database: Database,
  publication: Publication,
  digest: string,
  write: (tx: Transaction, change: number) => Promise<void>,
): Promise<number | undefined> {
  return database.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
      // One writer at a time, so that data versions become visible in the order of their numbers.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITE_LOCK}::bigint)`;
      const last = await tx.changeSet.findFirst({ where: { origin: publication.origin }, orderBy: { id: "desc" } });
      if (last?.digest === digest) return undefined;
      const createdAt = await nextMoment(tx);
      const { id } = await tx.changeSet.create({ data: { ...publication, digest, createdAt } });
      await write(tx, id);
      await tx.$executeRaw`REFRESH MATERIALIZED VIEW latest_figure`;
      return id;
    },
    { timeout: 120_000, maxWait: 60_000 },
  );
}

// Taken under the lock and later than every change before it, to the millisecond that is stored: the moments of changes are in
// the order of their numbers, even where a writer had to wait for another one or the clock was set back.
async function nextMoment(tx: Transaction): Promise<Date> {
  const [next] = await tx.$queryRaw<{ moment: Date }[]>`
    SELECT greatest(clock_timestamp()::timestamptz(3), max(c.created_at) + interval '1 millisecond') AS moment FROM change_set c`;
  return next?.moment ?? new Date();
}

// Figures refer to sites for good, so a site that has been published cannot be taken out of the files again.
async function refuseWithdrawn(tx: Transaction, { sites }: Dataset): Promise<void> {
  const [gone] = await tx.site.findMany({
    where: { slug: { notIn: sites.map((site) => site.slug) } },
    select: { slug: true },
    take: 1,
  });
  if (gone)
    throw new AtlasError(importErrors.DATA_INVALID, {
      file: "sites",
      place: gone.slug,
      reason: "published before, now missing / 已发布，不可删除",
    });
}
