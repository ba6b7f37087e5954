import { expect, test } from "vitest";
import { noFilter } from "../../server/contract/site-filter.ts";
import { downloadAddress } from "../../web/districts/downloads.ts";

const address = { areaSet: "DISTRICT", period: null, asOf: null, filter: noFilter } as const;
const parametersOf = (picks: string[]) =>
  new URL(downloadAddress("xlsx", { ...address, picks }, [], "zh"), "http://atlas.test").searchParams;

test("a comparison is downloaded with the picked rows only, where some are picked", () => {
  expect(parametersOf(["420102", "420106"]).get("picks")).toBe("420102,420106");
  expect(parametersOf([]).has("picks")).toBe(false);
});
