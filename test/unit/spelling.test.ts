// The nearest stretch of a text, against a search that compares every stretch.
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "../../server/contract/fold.ts";
import { editDistance, nearestExcerpt } from "../../server/search/spelling.ts";
import { runs } from "../runs.ts";

const word = fc.constantFrom("wuhan", "wuhann", "park", "optics", "optcs", "valley", "vally", "a", "east", "lake");
const words = (maxWords: number) => fc.array(word, { minLength: 1, maxLength: maxWords }).map((list) => list.join(" "));

test("no stretch of words is nearer than the one that is found", () => {
  fc.assert(
    fc.property(words(4), words(8), (typed, text) => {
      const all = text.split(" ");
      const longest = typed.split(" ").length + 1;
      const distances = all.flatMap((_, from) =>
        all.slice(from, from + longest).map((_, length) => editDistance(typed, all.slice(from, from + length + 1).join(" "))),
      );
      const { excerpt, distance } = nearestExcerpt(typed, text);
      expect(distance).toBeCloseTo(Math.min(1, ...distances), 12);
      expect(distance === 1 || editDistance(typed, foldText(excerpt).trim())).toBe(distance === 1 || distance);
    }),
    runs(300),
  );
});

test("Chinese is compared by characters and by sound", () => {
  expect(nearestExcerpt("光谷软件圆", "武汉光谷软件园").excerpt).toBe("光谷软件园");
  expect(nearestExcerpt("guangu", "武汉光谷软件园").excerpt).toBe("光谷");
});
