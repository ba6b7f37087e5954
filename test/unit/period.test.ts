import { expect, test } from "vitest";
import { endInYears, parsePeriod, startInYears } from "../../server/contract/period.ts";
import { endOf } from "../../server/plan/facts.ts";
import { timeOf } from "../../web/series/series.ts";

test.each([
  ["2023", "YEAR", "2023-01-01", "2023-12-31"],
  ["2023-H1", "HALF_YEAR", "2023-01-01", "2023-06-30"],
  ["2023-H2", "HALF_YEAR", "2023-07-01", "2023-12-31"],
  ["2024-Q1", "QUARTER", "2024-01-01", "2024-03-31"],
  ["2024-02", "MONTH", "2024-02-01", "2024-02-29"],
  ["2020-11-01", "DAY", "2020-11-01", "2020-11-01"],
  ["2017-01-01/2017-05-31", "YEAR_TO_DATE", "2017-01-01", "2017-05-31"],
  ["2025-01/2025-08", "YEAR_TO_DATE", "2025-01-01", "2025-08-31"],
  ["2012/2018", "SPAN", "2012-01-01", "2018-12-31"],
  ["0050-Q2", "QUARTER", "0050-04-01", "0050-06-30"],
  ["undated", "UNDATED", null, null],
])("%s is %s", (text, kind, start, end) => {
  expect(parsePeriod(text)).toEqual({ kind, start, end });
});

test.each(["", "23", "2023-13", "2023-00", "2023-02-30", "2023-Q5", "2023-H3", "2018/2012", "2012/2018/2020", "2023-1", "soon"])(
  "%j is no period",
  (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  },
);

test("the place of a day on the axis of time is the same for plan, charts and series", () => {
  expect([startInYears("2024-01-01"), endInYears("2024-12-31"), startInYears("2025-01-01")]).toEqual([2024, 2025, 2025]);
  expect(endInYears("2025-06-30")).toBeCloseTo(2025.496, 3);
  expect(endInYears("2024-02-29")).toBeCloseTo(2024 + 60 / 366, 9);
  expect(endInYears("2024-12-31T23:59:59Z")).toBe(2025);
  const year = {
    id: 1,
    kind: "YEAR",
    start: "2024-01-01",
    end: "2024-12-31",
    value: 1,
    valueMax: null,
    qualifier: "EXACT",
  } as const;
  expect(endOf(year)).toBe(2025);
  expect(timeOf({ periodKind: "YEAR", periodStart: year.start, periodEnd: year.end })).toBe(2024.5);
  expect(timeOf({ periodKind: "SPAN", periodStart: "2021-01-01", periodEnd: year.end })).toBe(2025);
});
