import { expect, test } from "vitest";
import { searchText, sortKey } from "../../server/search/names.ts";

test("pinyin and initials are found from the start of a syllable only", () => {
  const text = searchText(["光谷生物城", "Optics Valley Biolake"]);
  for (const expectedText of [" guanggu", " gg", " swc", " shengwu", " biolake", "光谷", "生物"])
    expect(text).toContain(expectedText);
  for (const absentText of [" uanggu", " iolake", " anggu"]) expect(text).not.toContain(absentText);
  expect(searchText(["江港"])).not.toContain(" gg");
});

// What a name is found by: a word that its text has after a space, or a Chinese word anywhere (see database/text-search.ts).
test.each([
  ["昙华林设计之都产业示范区", [" shejizhidu", " shejizhidou", " sjzd", " zhidu"], []],
  ["黄陂区", [" huangpi", " huangbei"], []],
  ["沌口", [" zhuankou", " dunkou"], []],
  ["长盛重工", [" changshengzhong", " zhangsheng"], [" chonggong"]],
  ["绿地", [" lvdi", " ludi"], []],
  ["楚天181文化创意产业园", [" chutian181wenhua", " 181wenhua", " tian181", " ct181wh"], []],
  ["D+M工业设计小镇", [" dmgongye", " gongyesheji", " d m"], []],
  ["武漢經開綜合保稅區", ["武汉经开", " wuhanjingkai", " whjk"], ["經"]],
  ["Café Ｈａｎｋｏｕ", [" cafe", " hankou"], ["é"]],
  // Rare readings within a name would find too much.
  ["光谷", [" guanggu", " gg"], [" yu"]],
])("%s is found by each way to write it", (name, expectedTexts, absentTexts) => {
  const text = searchText([name]);
  for (const word of expectedTexts) expect(text).toContain(word);
  for (const word of absentTexts) expect(text).not.toContain(word);
});

test("a name of many readings and great length stays small", () => {
  expect(searchText(["大会合数".repeat(50)]).length).toBeLessThan(300_000);
  expect(searchText(["武汉新港空港综合保税区（阳逻港园区）"]).length).toBeLessThan(20_000);
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
