import { expect, test } from "vitest";
import { type Transaction, writeAsManyAsPossible } from "../../server/imports/upsert.ts";

const tx = { $executeRaw: async () => 0 } as unknown as Transaction;
const thousand = Array.from({ length: 1000 }, (_, index) => index);

test("finds the one of a thousand that cannot be written in a few statements", async () => {
  let statements = 0;
  const refused = await writeAsManyAsPossible(tx, thousand, async (items) => {
    statements++;
    if (items.includes(700)) throw new Error("23505");
  });
  expect(refused).toEqual([700]);
  expect(statements).toBeLessThan(30);
});

test("writes an item as soon as the one that it refers to is there", async () => {
  const insertedIds = new Set<number>();
  const refused = await writeAsManyAsPossible(tx, [1, 2, 3, 9], async (items) => {
    for (const item of items) {
      // Each refers to the one after it; nothing is there for the last one.
      const isThere = item === 3 || insertedIds.has(item + 1) || items.includes(item + 1);
      if (!isThere) throw new Error("23503");
    }
    for (const item of items) insertedIds.add(item);
  });
  expect(refused).toEqual([9]);
  expect([...insertedIds].sort()).toEqual([1, 2, 3]);
});
