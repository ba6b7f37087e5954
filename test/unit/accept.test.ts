// Content negotiation: media type, language and encoding are read from quality values in one way.
import { describe, expect, test } from "vitest";
import { acceptedLanguage, acceptedType, acceptsGzip } from "../../server/core/accept.ts";

describe("media types", () => {
  const offered = ["application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8"] as const;
  const [plain, response] = offered;
  test.each([
    [undefined, plain],
    ["*/*", plain],
    ["application/json, application/graphql-response+json;q=0", plain],
    ["application/graphql-response+json;q=0", undefined],
    ["application/json;q=0, */*", response],
    ["application/json, application/graphql-response+json", plain],
    ["application/graphql-response+json, application/json", response],
    ["application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", response],
    ["Application/GraphQL-Response+JSON", response],
    ["application/json; q=0.4, application/graphql-response+json ; q=0.5", response],
    ['text/plain; x="application/graphql-response+json", application/json', plain],
    ["application/graphql-response+json-not", undefined],
    ["text/html", undefined],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", plain],
    [";;;,q=", undefined],
  ])("Accept: %s", (header, type) => {
    expect(acceptedType(header, offered)).toBe(type);
  });
});

test.each([
  [undefined, "en"],
  ["", "en"],
  ["zh", "zh"],
  ["ZH-cn", "zh"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["zh-CN, en", "zh"],
  ["en, zh-CN", "en"],
  ["en;q=0.5, zh-TW;q=0.6", "zh"],
  ["zh-Hant ; q = 0.7, en;q=0.6", "zh"],
  ["fr, en;q=0.5, zh;q=0.4", "en"],
  ["zh;q=0", "en"],
  ["en;q=0, zh;q=0.001", "zh"],
  ["en;q=0, *", "zh"],
  ["zh;q=0.5, *", "en"],
  ["*", "en"],
  ["de", "en"],
  ["zhx", "en"],
  [";;;,q=", "en"],
])("Accept-Language: %s prefers %s", (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});

// Compared one with another, so many would occupy the server for hours; Node takes headers in which some thousand fit.
test("an Accept-Language header of many regional variants is read at once", () => {
  const variants = Array.from({ length: 100_000 }, (_, index) => `en-${index.toString(36)};q=0.5`);
  expect(acceptedLanguage([...variants, "zh-CN"].join(","))).toBe("zh");
  expect(acceptedLanguage([...variants, "zh-CN;q=0.4"].join(","))).toBe("en");
});

test.each([
  [undefined, false],
  ["", false],
  ["gzip", true],
  ["GZIP", true],
  ["br, gzip;q=0.1", true],
  ["gzip;q=0", false],
  ["gzip; q=0.000, *", false],
  ["*", true],
  ["*;q=0", false],
  ["identity", false],
  ["identity, gzip;q=0.5", false],
  ["x-gzip-not", false],
])("Accept-Encoding: %s takes gzip: %s", (header, takes) => {
  expect(acceptsGzip(header)).toBe(takes);
});
