import { fileURLToPath } from "node:url";
import type { Database } from "../server/database/pool.ts";
import { fillGaps } from "../server/demo/fill.ts";
import { readDataset } from "../server/imports/dataset.ts";
import { publish } from "../server/imports/publish.ts";

const folder = fileURLToPath(new URL("data", import.meta.url));

/** Publishes the starting data where it is not the published data already; returns the data version or undefined. */
export const seed = (database: Database): Promise<number | undefined> =>
  publish(database, readDataset(folder), {
    origin: "SEED",
    author: "Wuhan Service-Trade Atlas",
    reason: "Starting data / 初始数据",
  });

/** Fills the gaps of the starting data with made-up figures, in a database for demonstrations; as `seed`. */
export const seedDemo = (database: Database): Promise<number | undefined> => fillGaps(database, readDataset(folder));
