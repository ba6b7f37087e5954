// What people call a thing: words of an industry, and Chinese words written together with the kind of thing (生物园区), lead to the sites.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

type Groups = { kind: string; matches: { slug: string; exact: boolean; matchedText: string | null }[] }[];

describe.each(databases)("words for what is meant on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const matchesOf = async (text: string) =>
    (
      (await atlas.query("query ($text: String!) { search(text: $text, first: 8) { kind matches { slug exact matchedText } } }", {
        text,
      })) as { search: Groups }
    ).search.flatMap((group) => group.matches.map((match) => ({ kind: group.kind, ...match })));

  test.each([
    [
      "park-biolake",
      "生物园区 生物园 生物产业园 生物医药产业园 生物基地 国家生物产业基地 疫苗 vaccine vaccines 医药 制药 pharma 农业园区",
    ],
    ["park-biolake", "biomedicine 医疗器械 医疗器械园区 medical-device"],
    ["park-future-city", "激光 激光园区 laser"],
    ["cbz-jingkai", "芯片 chip chips 半导体 semiconductor 集成电路"],
    ["air-huahu", "电商 电商园区 e-commerce"],
    ["base-geo", "地理信息 地理信息产业 geospatial GIS园区 北斗 北斗园区 beidou"],
    ["park-software", "软件园 软件园区 光谷软件园"],
    ["park-cfc", "金融企业"],
    ["park-hr-guanggu", "光谷园区"],
  ])("the first site is %s for %s", async (slug, texts) => {
    for (const text of texts.split(" ")) {
      const first = (await matchesOf(text)).find((match) => match.kind === "SITE");
      expect([text, first?.slug, first?.exact]).toEqual([text, slug, true]);
    }
  });

  test("what only resembles such a word matches nothing", async () => {
    for (const text of "疫情 疫区 vacant chipped 公园 体育公园 生物园丁 产业园区 钢铁 chemistry".split(" "))
      expect([text, (await matchesOf(text)).filter((match) => match.exact)]).toEqual([text, []]);
  });

  test("a site found by another name of its industry is said to be of that industry, no more", async () => {
    for (const [text, industry] of [
      ["vaccine", "Biopharmaceuticals"],
      ["疫苗", "Biopharmaceuticals"],
      ["chips", "Electronics"],
    ] as const)
      expect((await matchesOf(text))[0]).toMatchObject({ kind: "SITE", matchedText: industry });
  });
});
