import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Classification, readClassification, writeClassification } from "../../web/address/measure.ts";
import { histogram } from "../../web/map/histogram.ts";
import { classAt, valueClasses } from "../../web/map/value-classes.ts";
import { runs } from "../runs.ts";

const methods = ["quantile", "equal", "natural"] as const;
const bounds = (values: readonly number[], method: Classification["method"], count: number, pivot: number | null = null) =>
  valueClasses(values, { method, count }, pivot).map(({ from, to }) => [from, to]);

describe("classes of values", () => {
  it("by quantiles hold as many each", () => {
    expect(bounds([1, 2, 3, 4, 5, 6, 7, 8, 100], "quantile", 3)).toEqual([
      [1, 3.5],
      [3.5, 6.5],
      [6.5, 100],
    ]);
  });

  it("meet at round numbers between values, and end at round ones outside of them", () => {
    expect(bounds([31.1, 44.3, 46.2, 277, 363, 897, 1254, 2571, 3534], "quantile", 3)).toEqual([
      [31, 200],
      [200, 1000],
      [1000, 3600],
    ]);
    expect(bounds([47.607, 77.1, 100, 100.4, 103.1, 103.6, 149.3, 162.5, 180.02], "natural", 3).flat()).toEqual([
      47, 90, 90, 120, 120, 190,
    ]);
  });

  it("are fewer where there are few values", () => {
    const count = (...values: number[]) => valueClasses(values, { method: "quantile", count: 5 }).length;
    expect([count(1), count(1, 2), count(1, 2, 3), count(1, 2, 3, 4, 5), count(1, 2, 3, 4, 5, 6, 7)]).toEqual([1, 2, 2, 3, 4]);
    expect(count(1, 2, 3, 4, 5, 6, 7, 8)).toBe(5);
    // Where some fall and some grow, each side has one.
    expect(valueClasses([-1, 2], { method: "quantile", count: 5 }, 0).map(({ tone }) => Math.sign(tone))).toEqual([-1, 1]);
  });

  it("by equal intervals are as wide each, and may be empty", () => {
    const values = [0, 1, 2, 3, 4, 5, 6, 90];
    expect(bounds(values, "equal", 3)).toEqual([
      [0, 30],
      [30, 60],
      [60, 90],
    ]);
    const classes = valueClasses(values, { method: "equal", count: 3 });
    expect([0, 29.9, 30, 60, 90].map((value) => classAt(classes, value))).toEqual([0, 0, 1, 2, 2]);
  });

  it("by natural breaks part where the gaps are", () => {
    // The example of Jenks and Caspall's followers: the best of all partitions, tried by hand.
    expect(bounds([4, 5, 9, 10], "natural", 2)).toEqual([
      [4, 8],
      [8, 10],
    ]);
    expect(bounds([1, 2, 3, 50, 51, 1000], "natural", 3)).toEqual([
      [1, 20],
      [20, 500],
      [500, 1000],
    ]);
  });

  it("keep apart what falls and what grows, as strong as they are far", () => {
    const classes = valueClasses([-4, -3, -1, 2, 3, 8, 9.5, 30], { method: "natural", count: 4 }, 0);
    expect(classes.map(({ from, to }) => [from, to])).toEqual([
      [-4, -2],
      [-2, 0],
      [0, 20],
      [20, 30],
    ]);
    expect(classes.map(({ tone }) => Math.sign(tone))).toEqual([-1, -1, 1, 1]);
    expect(classes.at(-1)?.tone).toBe(1);
    expect(classes[1]?.tone).toBe(-(classes[2]?.tone ?? 0));
  });

  it("of one value are one, and of none are none", () => {
    for (const method of methods) {
      expect(bounds([], method, 5)).toEqual([]);
      expect(bounds([7, 7, 7], method, 5)).toEqual([[7, 7]]);
      expect(bounds([7, 9], method, 5)).toHaveLength(2);
    }
  });

  const values = fc.array(fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, min: -1e12, max: 1e12 })), {
    maxLength: 40,
  });
  const classification = fc.record({ method: fc.constantFrom(...methods), count: fc.integer({ min: 3, max: 7 }) });
  const pivot = fc.constantFrom(null, 0, 1);

  it("hold every value in exactly one, whatever the order", () => {
    fc.assert(
      fc.property(values, classification, pivot, (someValues, someClassification, pivotValue) => {
        const classes = valueClasses(someValues, someClassification, pivotValue);
        const distinct = new Set(someValues).size;
        expect(classes.length).toBeLessThanOrEqual(Math.min(someClassification.count, distinct));
        for (const value of someValues) expect(classAt(classes, value)).toBeGreaterThanOrEqual(0);
        for (const [index, { from, to }] of classes.entries()) {
          expect(from).toBeLessThanOrEqual(to);
          // They meet at their borders.
          const before = classes[index - 1];
          if (before) expect(before.to).toBe(from);
        }
        const tones = classes.map(({ tone }) => tone);
        expect(tones).toEqual([...new Set(tones)].sort((one, other) => one - other));
        expect(valueClasses([...someValues].reverse(), someClassification, pivotValue)).toEqual(classes);
        expect(valueClasses([...someValues].sort(), someClassification, pivotValue)).toEqual(classes);
      }),
      runs(500),
    );
  });

  it("by natural breaks are the best of all partitions", () => {
    const fewIntegers = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(fewIntegers, fc.integer({ min: 3, max: 4 }), (someValues, count) => {
        const sorted = [...someValues].sort((one, other) => one - other);
        const naturalClasses = valueClasses(someValues, { method: "natural", count });
        const spread = (parts: number[][]) => parts.reduce((sum, part) => sum + squares(part), 0);
        const classSpread = spread(naturalClasses.map(({ from, to }) => sorted.filter((value) => value >= from && value <= to)));
        const best = Math.min(...partitions(sorted, naturalClasses.length).map(spread));
        expect(classSpread).toBeCloseTo(best, 6);
      }),
    );
  });
});

describe("the histogram", () => {
  it("has every value in one column, in the colour of its class", () => {
    const classes = valueClasses([0, 0.5, 2, 9, 10], { method: "natural", count: 3 });
    const bins = histogram([0, 0.5, 2, 9, 10], classes, 5);
    expect(bins.map(({ counts }) => counts.reduce((sum, { count }) => sum + count, 0))).toEqual([2, 1, 0, 0, 2]);
    expect(bins.flatMap(({ counts }) => counts.map(({ classIndex }) => classIndex))).toEqual([0, 1, 2]);
  });

  it("of one value has it in the middle", () => {
    const classes = valueClasses([5, 5], { method: "quantile", count: 3 });
    expect(histogram([5, 5], classes, 7).map(({ counts }) => counts[0]?.count ?? 0)).toEqual([0, 0, 0, 2, 0, 0, 0]);
  });
});

describe("the classification of values", () => {
  it("reads back as it was written", () => {
    for (const method of methods)
      for (let count = 3; count <= 7; count++)
        expect(readClassification(writeClassification({ method, count }))).toEqual({ method, count });
    expect(["natural:2", "natural:8", "jenks:5", "equal", "equal:4.5", "", null].map(readClassification)).toEqual(
      Array(7).fill(null),
    );
  });
});

const squares = (part: readonly number[]) => {
  const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
  return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

/** All ways to cut sorted values into so many parts without parting equal ones. */
function partitions(sorted: readonly number[], count: number): number[][][] {
  if (count === 1) return [[[...sorted]]];
  return sorted.flatMap((value, index) =>
    index > 0 && sorted[index - 1] !== value
      ? partitions(sorted.slice(index), count - 1).map((partition) => [sorted.slice(0, index), ...partition])
      : [],
  );
}
