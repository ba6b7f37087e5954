import { expect, test } from "vitest";
import { AtlasError, languageOf } from "../../server/core/errors.ts";
import { messages } from "../../server/core/messages.ts";

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test.each(Object.entries(messages))("%s says the same in both languages", (_code, { en, zh }) => {
  expect([...new Set(places(zh))]).toEqual([...new Set(places(en))]);
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).not.toMatch(/\p{Script=Han}/u);
});

test("what a stranger sent is quoted, but not at length", () => {
  expect(new AtlasError("ID_MALFORMED", { argument: "id", value: "x".repeat(5000) }).message.length).toBeLessThan(400);
});

test.each([
  [undefined, "en"],
  ["zh", "zh"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["en;q=0.5, zh-TW;q=0.6", "zh"],
  ["fr, en;q=0.5, zh;q=0.4", "en"],
  ["de", "en"],
  [";;;,q=", "en"],
])("%s asks for %s", (header, language) => {
  expect(languageOf(header)).toBe(language);
});
