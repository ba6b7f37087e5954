// Publishes the data files as change sets: the first contains all data, each later one the changes.
import { AtlasError } from "../core/errors.ts";
import { WRITE_LOCK } from "../database/migrations.ts";
import type { Database } from "../database/pool.ts";
import { publishTable, removeRows, storeCurrentAsPublished } from "./changed-rows.ts";
import type { Dataset } from "./dataset.ts";
import { importErrors } from "./errors.ts";
import type { FileTable } from "./file-table.ts";
import { metroTables } from "./metro-tables.ts";
import { noteTables, planTables } from "./plan-tables.ts";
import { type MissingKeys, type Origin, publishObservations } from "./publish-observations.ts";
import { referencedTables } from "./referenced-tables.ts";
import { checkReferences } from "./references.ts";
import { writeSearchTexts } from "./search-texts.ts";
import { type SiteIds, siteIdsOf, siteTables } from "./site-tables.ts";
import type { Transaction } from "./upsert.ts";

export interface Publication {
  origin: Origin;
  author: string;
  reason: string;
  /** The reason for later editions, if different. */
  laterReason?: string;
  /** Whether an edition that newer ones have followed is published again. */
  republishes?: boolean;
}

interface LaterEdition {
  /** Runs first if there is an earlier edition. */
  prepare?: (tx: Transaction) => Promise<void>;
  /** Receives the number of the change set if the same data was published before and newer data since. */
  refuse?: (version: number) => void;
}

/**
 * Publishes the data files as one change set: the first time all data, later the changes. Unchanged files publish nothing, nor does an
 * edition that newer ones have followed: a server of an earlier release, started once more, must not undo them. Changes of others are
 * kept. `report` receives a notice for such an edition and for each row that was not changed. Returns the number of the change set, or
 * undefined if there was nothing to do. Throws DATA_INVALID.
 */
export async function publish(
  database: Database,
  data: Dataset,
  publication: Publication,
  report: (notice: AtlasError) => void = () => undefined,
): Promise<number | undefined> {
  checkReferences(data);
  const notices: AtlasError[] = [];
  const storePublishedRows = async (tx: Transaction) => {
    if (await tx.fileRow.findFirst({ select: { key: true } })) return;
    for (const table of tablesOf(data, await siteIdsOf(tx, data.sites))) await storeCurrentAsPublished(tx, table);
  };
  const version = await asOneChange(
    database,
    publication,
    data.digest,
    async (tx, change) => {
      const missingKeys = await publishTables(tx, tablesOf(data, await siteIdsOf(tx, data.sites)), notices);
      for (const figure of await publishObservations(tx, data.observations, change, publication.origin, missingKeys))
        notices.push(new AtlasError(importErrors.ROW_KEPT, { model: "Observation", key: figure }));
      // A site is also found by its district, its industries and the like, so any changed row may change texts of others.
      await writeSearchTexts(tx);
    },
    {
      prepare: storePublishedRows,
      refuse: (version) => notices.push(new AtlasError(importErrors.EDITION_SUPERSEDED, { version })),
    },
  );
  for (const notice of notices) report(notice);
  return version;
}

// Tables come before those that refer to them.
const tablesOf = (data: Dataset, siteIds: SiteIds): FileTable[] => [
  ...referencedTables(data),
  ...metroTables(data),
  ...siteTables(data.sites, siteIds),
  ...noteTables(data, siteIds),
  ...planTables(data.plan, siteIds),
];

/** Publishes table by table, then removes rows in reverse order; returns the keys that are missing from the files, by model. */
async function publishTables(tx: Transaction, tables: readonly FileTable[], notices: AtlasError[]): Promise<MissingKeys> {
  const missingKeys: MissingKeys = new Map();
  const removedByTable: { table: FileTable; removed: string[] }[] = [];
  const noteKept = (model: string, keys: readonly string[]) => {
    for (const key of keys) notices.push(new AtlasError(importErrors.ROW_KEPT, { model, key }));
  };
  for (const table of tables) {
    const owners = table.owner ? await idsOf(tx, table.owner.model, missingKeys) : [];
    const result = await publishTable(tx, table, owners);
    noteKept(table.model, result.kept);
    removedByTable.unshift({ table, removed: result.removed });
    if (!table.keepsMissingRows) continue;
    missingKeys.set(table.model, result.missing);
    for (const key of result.missing) notices.push(new AtlasError(importErrors.ROW_MISSING, { model: table.model, key }));
  }
  for (const { table, removed } of removedByTable) noteKept(table.model, await removeRows(tx, table, removed));
  return missingKeys;
}

async function idsOf(tx: Transaction, model: "Site" | "FunctionalArea", missingKeys: MissingKeys): Promise<string[]> {
  const keys = [...(missingKeys.get(model) ?? [])];
  if (model === "FunctionalArea") return keys;
  const sites = await tx.site.findMany({ where: { slug: { in: keys } }, select: { id: true } });
  return sites.map(({ id }) => String(id));
}

/**
 * Writes one change set, unless one of this origin has the same digest; returns its number, or undefined.
 */
export function asOneChange(
  database: Database,
  publication: Publication,
  digest: string,
  write: (tx: Transaction, change: number) => Promise<void>,
  later: LaterEdition = {},
): Promise<number | undefined> {
  return database.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
      // Only one writer at a time, so that data versions become visible in the order of their numbers.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITE_LOCK}::bigint)`;
      const last = await tx.changeSet.findFirst({ where: { origin: publication.origin }, orderBy: { id: "desc" } });
      if (last) await later.prepare?.(tx);
      if (last?.digest === digest) return undefined;
      const { laterReason, republishes, ...rest } = publication;
      const same = await tx.changeSet.findFirst({ where: { origin: publication.origin, digest }, orderBy: { id: "desc" } });
      if (same && !republishes) {
        later.refuse?.(same.id);
        return undefined;
      }
      const createdAt = await nextMoment(tx);
      const reason = last ? (laterReason ?? rest.reason) : rest.reason;
      const { id } = await tx.changeSet.create({ data: { ...rest, reason, digest, createdAt } });
      await write(tx, id);
      await tx.$executeRaw`SELECT refresh_totals()`;
      return id;
    },
    { timeout: 120_000, maxWait: 60_000 },
  );
}

// Called while holding the lock. Returns a time later than that of every earlier change, in whole milliseconds as stored: the times of
// changes are in the order of their numbers, even if a writer had to wait or the clock was set back.
async function nextMoment(tx: Transaction): Promise<Date> {
  const [next] = await tx.$queryRaw<{ moment: Date }[]>`
    SELECT greatest(clock_timestamp()::timestamptz(3), max(created_at) + interval '1 millisecond') AS moment FROM change_set`;
  return next?.moment ?? new Date();
}
