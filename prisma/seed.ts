import { fileURLToPath } from "node:url";
import type { Database } from "../server/database/pool.ts";
import { fillGaps } from "../server/demo/fill.ts";
import { readDataset } from "../server/imports/dataset.ts";
import { publish } from "../server/imports/publish.ts";

const folder = fileURLToPath(new URL("data", import.meta.url));

/**
 * Publishes the data files in an empty database, and later what has changed in them; returns the data version, or undefined where
 * they are published already. `log` gets a line for what was left alone because it is newer. With `republishes`, files that newer ones
 * have followed are published again.
 */
export const seed = (
  database: Database,
  log: (line: string) => void = () => undefined,
  republishes = false,
): Promise<number | undefined> =>
  publish(
    database,
    readDataset(folder),
    {
      origin: "SEED",
      author: "Wuhan Service-Trade Atlas",
      reason: "Starting data / 初始数据",
      laterReason: "New edition of the data files / 数据文件更新",
      republishes,
    },
    (notice) => log(notice.message),
  );

/** Fills the gaps of the starting data with made-up figures, in a database for demonstrations; as `seed`. */
export const seedDemo = (database: Database): Promise<number | undefined> => fillGaps(database, readDataset(folder));
