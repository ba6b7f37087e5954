import { describe, expect, it } from "vitest";
import { newestOf, targetCounts } from "../../web/headline/headline.ts";
import type { Headline } from "../../web/headline/headline-query.ts";

type Figures = Headline["observations"]["nodes"];
type Progress = Headline["planTargets"][number]["progress"];

describe("the city at a glance", () => {
  it("takes the newest figure that is used where sources disagree, and none of another indicator", () => {
    const figure = (slug: string, year: number, isPreferred = true) => ({ indicator: { slug }, year, isPreferred });
    const figures = [
      figure("services-trade-usd", 2019, false),
      figure("services-trade-usd", 2018),
      figure("services-trade-usd", 2017),
    ] as unknown as Figures;
    expect(newestOf(figures, "trade")).toMatchObject({ year: 2018 });
    expect(newestOf(figures, "growth")).toBeUndefined();
  });

  it("counts targets that were met before the plan began apart from those that it has met", () => {
    const inState = (state: Progress["state"], metBeforePlan = false) => ({ progress: { state, metBeforePlan } });
    const targets = [
      ...[inState("MET"), inState("MET", true), inState("MET", true), inState("ON_TRACK"), inState("ON_TRACK_OR_BETTER")],
      ...[inState("OFF_TRACK"), inState("UNDECIDED"), inState("NO_DATA"), inState("NOT_MEASURABLE")],
    ];
    expect(targetCounts(targets)).toEqual({ met: 1, before: 2, onTrack: 2, offTrack: 1, undecided: 1, noData: 1 });
  });
});
