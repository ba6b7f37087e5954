import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { halfIn } from "../../web/core/language.tsx";
import { en } from "../../web/core/words/en.ts";
import { zh } from "../../web/core/words/zh.ts";

const schema = buildSchema(readFileSync(new URL("../../server/schema.graphql", import.meta.url), "utf8"));

/** Where each enum that the page shows has its words. */
const shown = {
  SiteKind: "kind",
  Confidence: "confidence",
  SiteStatus: "siteStatus",
  ParkTheme: "theme",
  ParkDesignation: "designation",
  ExportField: "exportField",
  HolderKind: "holderKind",
  HubType: "hubType",
  HubLevel: "hubLevel",
  HubFacility: "facility",
  SourceAccess: "access",
  PublisherKind: "publisherKind",
  PreferenceRule: "preferenceRule",
  Qualifier: "qualifier",
  ObservationStatus: "figureStatus",
  DataNoteKind: "noteKind",
  TargetBasis: "basis",
  Comparator: "comparator",
  IndicatorFrequency: "frequency",
  Aggregation: "aggregation",
  Direction: "direction",
  StatisticalStandard: "standard",
  SubjectKind: "subjectKind",
  NotComputable: "notComputable",
  IndexNotComputable: "indexNotComputable",
  TargetState: "targetState",
  MeasureRole: "measureRole",
  MissingKind: "missingKind",
} as const;

describe("words", () => {
  it("show one half of a text that is in both languages", () => {
    expect(halfIn("zh", "Starting data / 初始数据")).toBe("初始数据");
    expect(halfIn("en", "Starting data / 初始数据")).toBe("Starting data");
    expect(halfIn("zh", "Correction / update")).toBe("Correction / update");
    expect(halfIn("zh", "更正")).toBe("更正");
  });

  it.each(Object.entries(shown))("name every value of %s in both languages", (name, section) => {
    const values = (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name);
    expect(Object.keys(zh[section]).sort()).toEqual(values.sort());
    expect(Object.keys(en[section]).sort()).toEqual(values.sort());
  });

  it("exist in both languages, with the same placeholders", () => {
    const [chinese, english] = [leaves(zh), leaves(en)];
    expect([...english.keys()]).toEqual([...chinese.keys()]);
    for (const [key, text] of chinese) {
      if (!/^qualifier\.(EXACT|RANGE)$/.test(key)) expect(text, key).not.toBe("");
      expect(parts(english.get(key) ?? ""), key).toEqual(parts(text));
    }
  });

  it("use no Latin words in Chinese but names, and no Chinese in English but examples", () => {
    for (const [key, text] of leaves(en)) {
      if (key !== "search.placeholder") expect(text, key).not.toMatch(/[\u4e00-\u9fff，。；：]/);
    }
  });
});

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree)
      .sort(([one], [other]) => one.localeCompare(other))
      .flatMap(([key, value]): [string, string][] =>
        typeof value === "string" ? [[path + key, value]] : [...leaves(value, `${path}${key}.`)],
      ),
  );
}

const parts = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
