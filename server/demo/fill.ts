// Stores the synthetic figures in the database of a demonstration. Any other database refuses them by a trigger.
import { createHash } from "node:crypto";
import type { Database } from "../database/pool.ts";
import type { Dataset } from "../imports/dataset.ts";
import { asOneChange } from "../imports/publish.ts";
import { publishObservations } from "../imports/publish-observations.ts";
import { upsert } from "../imports/upsert.ts";
import { DEMO_SOURCE, syntheticFigures } from "./figures.ts";

/** Every demonstration shows the same figures. */
export const RANDOM_SEED = 2027;

// Increase this when the same seed and data give other figures: every demonstration then replaces its figures.
const GENERATOR_VERSION = "1";

const source = {
  id: DEMO_SOURCE,
  publisher_zh: "武汉服务贸易地图（演示模式）",
  publisher_en: "Wuhan Service-Trade Atlas, demonstration mode",
  publisher_kind: "REFERENCE",
  title_zh: "演示数据（虚构，非真实）",
  title_en: "Demonstration data (made up)",
  published_on: null,
  url: null,
  access: "BACKGROUND",
  note_zh: "由程序按固定种子生成，用于演示界面；不是任何机构发布的数据，请勿引用。",
  note_en: "Made by a program from a fixed seed to show the atlas with every cell filled; published by nobody. Do not cite.",
};

/** Fills the gaps of the published data with synthetic figures; returns the data version, or undefined if they are already stored. */
export function fillGaps(database: Database, data: Dataset): Promise<number | undefined> {
  const digest = createHash("sha256").update(`${GENERATOR_VERSION} ${RANDOM_SEED} ${data.digest}`).digest("hex");
  const publication = {
    origin: "DEMO",
    author: source.publisher_en,
    reason: "Demonstration data (made up) / 演示数据（虚构）",
  } as const;
  return asOneChange(database, publication, digest, async (tx, change) => {
    await upsert(tx, "Source", ["id"], [source]);
    await publishObservations(tx, syntheticFigures(data, RANDOM_SEED), change, "DEMO");
  });
}
