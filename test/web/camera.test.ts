import { afterEach, describe, expect, it, vi } from "vitest";
import { coveredEdges } from "../../web/map/camera.ts";

type Side = "top" | "right" | "bottom" | "left";
type Box = [left: number, top: number, right: number, bottom: number];

const rectangle = ([left, top, right, bottom]: Box) => ({ left, top, right, bottom, width: right - left, height: bottom - top });

/** What the map's frame has free of the elements that mark themselves as covering it. */
function edgesOf(frame: Box, coveredSides: [Side, Box][]) {
  const elements = coveredSides.map(([coversMap, box]) => ({
    dataset: { coversMap },
    getBoundingClientRect: () => rectangle(box),
  }));
  vi.stubGlobal("document", { querySelectorAll: () => elements });
  return coveredEdges({ getBoundingClientRect: () => rectangle(frame) } as unknown as HTMLElement);
}
afterEach(() => vi.unstubAllGlobals());

describe("the part of the map that is free", () => {
  it("begins below the toolbars and ends above the notes; the list beside the map covers nothing", () => {
    const frame: Box = [420, 56, 1440, 900];
    const coveredSides: [Side, Box][] = [
      ["bottom", [0, 56, 420, 900]],
      ["top", [480, 68, 629, 106]],
      ["left", [432, 643, 664, 843]],
      ["bottom", [540, 870, 1082, 888]],
    ];
    expect(edgesOf(frame, coveredSides)).toEqual({ top: 66, right: 16, bottom: 46, left: 260 });
  });

  it("lies on a phone between the toolbars and the note above the sheet", () => {
    const frame: Box = [0, 100, 390, 844];
    const coveredSides: [Side, Box][] = [
      ["bottom", [0, 502, 390, 844]],
      ["top", [68, 114, 114, 158]],
      ["bottom", [12, 457, 378, 494]],
    ];
    expect(edgesOf(frame, coveredSides)).toEqual({ top: 74, right: 16, bottom: 403, left: 16 });
  });

  it("is the whole map where a sheet covers everything, and ignores what is hidden", () => {
    const frame: Box = [0, 100, 390, 844];
    const coveredSides: [Side, Box][] = [
      ["bottom", [0, 100, 390, 844]],
      ["top", [0, 0, 0, 0]],
    ];
    expect(edgesOf(frame, coveredSides)).toEqual({ top: 16, right: 16, bottom: 16, left: 16 });
  });
});
