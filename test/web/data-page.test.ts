import { describe, expect, it } from "vitest";
import { scaledUnit } from "../../web/core/format.ts";
import { ageClassOf, inYears } from "../../web/data/age.ts";
import type { DataAnswer } from "../../web/data/data-query.ts";
import { matchingIndicators } from "../../web/data/find-indicators.ts";

type Indicator = DataAnswer["indicators"][number];

const unit = { slug: "CNY", nameZh: "元", nameEn: "CNY", scaleZh: 1e8, scaleEn: 1e9 };
const anIndicator = (change: Partial<Indicator>): Indicator => ({
  ...{ slug: "gdp", nameZh: "地区生产总值", nameEn: "GDP", definitionZh: "按当年价格计算。", definitionEn: "At current prices." },
  ...{ observationCount: 1, unit, frequency: "QUARTERLY", aggregation: "SUM", direction: "HIGHER" },
  ...{ standard: "STATISTICS_BUREAU", appliesTo: ["REGION", "DISTRICT"] },
  ...change,
});

describe("indicators are found", () => {
  const passengers = anIndicator({
    ...{
      slug: "airport-passengers",
      nameZh: "机场旅客吞吐量",
      nameEn: "Airport passengers",
      definitionEn: "Passengers handled.",
    },
    ...{ definitionZh: "进港与出港合计。", frequency: "MONTHLY", standard: "CIVIL_AVIATION", appliesTo: ["LOGISTICS_HUB"] },
  });
  const all = [anIndicator({}), passengers];
  const slugs = (search: Parameters<typeof matchingIndicators>[1]) => matchingIndicators(all, search).map(({ slug }) => slug);

  it("by words of names and definitions in either language, all of which must be there, in any order", () => {
    expect(slugs({ words: "" })).toEqual(["gdp", "airport-passengers"]);
    expect(slugs({ words: "旅客" })).toEqual(["airport-passengers"]);
    expect(slugs({ words: "ＨANDLED  passengers" })).toEqual(["airport-passengers"]);
    expect(slugs({ words: "handled gdp" })).toEqual([]);
    expect(slugs({ words: "機場　進港" })).toEqual(["airport-passengers"]);
    expect(slugs({ words: "Pàssengers\ud800" })).toEqual(["airport-passengers"]);
  });

  it("by what they fit, how often they come and whose they are, together", () => {
    expect(slugs({ words: "", appliesTo: "DISTRICT" })).toEqual(["gdp"]);
    expect(slugs({ words: "", frequency: "MONTHLY", standard: "CIVIL_AVIATION" })).toEqual(["airport-passengers"]);
    expect(slugs({ words: "", frequency: "MONTHLY", appliesTo: "DISTRICT" })).toEqual([]);
    expect(slugs({ words: "", aggregation: "SUM", direction: "HIGHER" })).toHaveLength(2);
  });
});

it("ages fall into four classes, and are written in days or years", () => {
  expect([0, 365, 366, 1095, 1096, 1826, 1827, 9999].map(ageClassOf)).toEqual([
    ...["year", "year", "years", "years", "older", "older", "old", "old"],
  ]);
  expect(inYears(45)).toEqual({ unit: "days", number: 45 });
  expect(inYears(2228)).toEqual({ unit: "years", number: 6.1 });
});

it("a unit is written in the usual multiple", () => {
  expect([scaledUnit(unit, "zh"), scaledUnit(unit, "en")]).toEqual(["亿元", "CNY billion"]);
  expect(scaledUnit({ ...unit, scaleEn: 1 }, "en")).toBeNull();
});
