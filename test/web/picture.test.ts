import { describe, expect, it } from "vitest";
import { sizeOf, withCaption, wrapped } from "../../web/ui/picture.ts";

const look = { paper: "#fff", ink: "#000", quiet: "#555", font: "Inter" };

describe("pictures", () => {
  it("carry title, period and sources around the drawing, on paper", () => {
    const drawing = '<svg width="300" height="200" xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg>';
    const svg = withCaption(drawing, { title: "GDP <2023>", subtitle: "Districts", notes: ["Sources: A & B"] }, look);
    expect(sizeOf(svg).width).toBe(332);
    expect(sizeOf(svg).height).toBeGreaterThan(200);
    expect(svg).toContain("GDP &lt;2023&gt;");
    expect(svg).toContain("Sources: A &amp; B");
    expect(svg).toMatch(/<svg x="16" y="[\d.]+" width="300"/);
  });

  it("break lines between Latin words and anywhere in Chinese", () => {
    expect(wrapped("one two three", 10, 45)).toEqual(["one two", "three"]);
    expect(wrapped("武汉市统计局", 10, 30)).toEqual(["武汉市", "统计局"]);
    expect(wrapped("", 10, 30)).toEqual([]);
  });
});
