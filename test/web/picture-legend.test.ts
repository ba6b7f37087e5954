import { describe, expect, it } from "vitest";
import { sizeOf, withCaption } from "../../web/ui/picture.ts";
import { drawLegend, legendWidth } from "../../web/ui/picture-legend.ts";

const style = { background: "#fff", textColour: "#000", mutedColour: "#555", font: "Inter" };
const drawing = '<svg width="300" height="200" xmlns="http://www.w3.org/2000/svg"/>';

describe("the legend of a picture", () => {
  it("has a line for each mark under the heading of its part, and grows with long words", () => {
    const entry = { markSvg: "<rect/>", text: "470–900 · 1 district" };
    const one = drawLegend([{ title: "GDP", subtitles: ["2018"], entries: [entry] }], style);
    const long = drawLegend([{ title: "GDP", subtitles: ["2018"], entries: [{ ...entry, text: "无数据".repeat(20) }] }], style);
    expect(one.svg.match(/<rect\/>/g)).toHaveLength(1);
    expect(one.svg.indexOf("GDP")).toBeLessThan(one.svg.indexOf("470–900"));
    expect(long.height).toBeGreaterThan(one.height);
  });

  it("is beside the drawing, and makes the picture as high as itself", () => {
    const caption = { title: "Map", subtitle: "", notes: [] };
    const entries = Array.from({ length: 40 }, (_, index) => ({ markSvg: "", text: `Class ${index}` }));
    const [plain, explained] = [
      withCaption(drawing, caption, style),
      withCaption(drawing, { ...caption, legend: [{ entries }] }, style),
    ];
    expect(sizeOf(explained).width).toBe(sizeOf(plain).width + legendWidth + 16);
    expect(sizeOf(explained).height).toBeGreaterThan(700);
  });
});
