import { expect, it } from "vitest";
import type { ComparisonFile } from "../../server/exports/comparison.ts";
import { roundedCells } from "../../server/exports/rounded-cells.ts";

const aCell = (change: Partial<ComparisonFile["cells"][number]>) =>
  ({
    measure: "gdp:PER_KM2",
    formula: "PER_KM2",
    qualifier: "EXACT",
    medianQualifier: "EXACT",
    ...change,
  }) as ComparisonFile["cells"][number];
const roundInEnglish = (...cells: ComparisonFile["cells"]) => roundedCells({ cells, language: "en" });

it("computed numbers are rounded as on the page, bounds so that they still hold", () => {
  const cells = roundInEnglish(
    aCell({ value: 1553363228.69955, gapToBest: -2446636771.30045 }),
    aCell({ value: 4446636771.30045, qualifier: "MORE_THAN" }),
    aCell({ value: 442636771.30045, qualifier: "LESS_THAN" }),
    aCell({ value: 1004636771.3, valueMax: 1601636771.3, qualifier: "RANGE" }),
  );
  expect(cells.map(({ value }) => value)).toEqual([1_550_000_000, 4_440_000_000, 450_000_000, 1_000_000_000]);
  expect(cells[3]?.valueMax).toBe(1_610_000_000);
  expect(cells[0]?.gapToBest).toBe(-2_450_000_000);
});

it("small ones keep a digit, and published ones all of theirs", () => {
  expect(
    roundInEnglish(aCell({ value: 12.3456 }), aCell({ value: 0.0123456 }), aCell({ value: 23.4 })).map(({ value }) => value),
  ).toEqual([12.3, 0.01, 23.4]);
  expect(roundInEnglish(aCell({ formula: "VALUE", measure: "gdp", value: 162_535_123_456 }))[0]?.value).toBe(162_535_123_456);
  expect(roundInEnglish(aCell({ formula: "VALUE", measure: "gdp", value: null }))[0]?.value).toBeNull();
});
