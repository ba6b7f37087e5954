import { expect, test } from "vitest";
import { searchText, sortKey } from "../../server/imports/names.ts";

test("pinyin and initials are found from the start of a syllable only", () => {
  const text = searchText(["光谷生物城", "Optics Valley Biolake"]);
  for (const found of [" guanggu", " gg", " swc", " shengwu", " biolake", "光谷", "生物"]) expect(text).toContain(found);
  for (const lost of [" uanggu", " iolake", " anggu"]) expect(text).not.toContain(lost);
  expect(searchText(["江港"])).not.toContain(" gg");
});

test("names are ordered by sound", () => {
  const names = ["武汉", "光谷", "D+M工业设计小镇", "长江左岸", "楚天181"];
  expect([...names].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    "长江左岸",
    "楚天181",
    "D+M工业设计小镇",
    "光谷",
    "武汉",
  ]);
});
