import { expect, test } from "vitest";
import { parsePeriod } from "../../server/contract/period.ts";

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
