import { describe, expect, it } from "vitest";
import { currentFigureOf, targetCounts, tradeTargetOf } from "../../web/headline/headline.ts";
import type { Headline } from "../../web/headline/headline-query.ts";

type Figures = Headline["observations"]["nodes"];
type Progress = Headline["planTargets"][number]["progress"];

describe("the city at a glance", () => {
  const figure = (year: number, otherFields: object = {}) => ({
    ...{ indicator: { slug: "services-trade-usd" }, periodEnd: `${year}-12-31`, isPreferred: true, confidence: "HIGH" },
    ...otherFields,
  });
  const figuresOf = (...figures: object[]) => figures as unknown as Figures;

  it("takes the newest figure that is used where sources disagree, and none of another indicator", () => {
    const figures = figuresOf(figure(2019, { isPreferred: false }), figure(2018), figure(2017));
    expect(currentFigureOf(figures, "trade", "2020-05-01")).toMatchObject({ periodEnd: "2018-12-31" });
    expect(currentFigureOf(figures, "growth", "2020-05-01")).toBeUndefined();
  });

  it("takes no figure that is uncertain or of years long past", () => {
    const figures = figuresOf(figure(2019, { confidence: "MEDIUM" }), figure(2018), figure(2017, { periodEnd: null }));
    expect(currentFigureOf(figures, "trade", "2021-12-31")).toMatchObject({ periodEnd: "2018-12-31" });
    expect(currentFigureOf(figures, "trade", "2022-01-01")).toBeUndefined();
  });

  it("names who holds the statistics of trade in services", () => {
    const targets = [
      { indicator: null, dataHolderEn: "Another body" },
      { indicator: { slug: "services-trade-average-growth" }, dataHolderEn: "Bureau of Commerce" },
    ] as unknown as Headline["planTargets"];
    expect(tradeTargetOf(targets)).toMatchObject({ dataHolderEn: "Bureau of Commerce" });
  });

  it("counts what was met or on track before the plan began apart from what it has brought", () => {
    const inState = (state: Progress["state"], before = false) => ({
      progress: { state, metBeforePlan: before, onlyFiguresBeforePlan: before },
    });
    const targets = [
      ...[inState("MET"), inState("MET", true), inState("MET", true), inState("ON_TRACK"), inState("ON_TRACK_OR_BETTER")],
      ...[inState("ON_TRACK", true), inState("OFF_TRACK"), inState("UNDECIDED"), inState("NO_DATA"), inState("NOT_MEASURABLE")],
      { progress: { ...inState("NO_DATA").progress, latest: { id: "" } } },
    ] as unknown as Headline["planTargets"];
    const counts = targetCounts(targets);
    expect(counts).toEqual({
      ...{ met: 1, before: 2, onTrack: 2, earlierPace: 1 },
      ...{ offTrack: 1, undecided: 1, noData: 2, withoutTrend: 1, notMeasurable: 1 },
    });
    const { withoutTrend, ...disjoint } = counts;
    expect(Object.values(disjoint).reduce((sum, count) => sum + count)).toBe(targets.length);
  });
});
