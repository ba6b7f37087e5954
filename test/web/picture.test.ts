import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../server/imports/dataset.ts";
import { wrapText } from "../../web/ui/line-break.ts";
import { pictureFileName, sizeOf, withCaption } from "../../web/ui/picture.ts";

const style = { background: "#fff", textColour: "#000", mutedColour: "#555", font: "Inter" };

describe("pictures", () => {
  it("carry title, period and sources around the drawing, on paper", () => {
    const drawing = '<svg width="300" height="200" xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg>';
    const svg = withCaption(drawing, { title: "GDP <2023>", subtitle: "Districts", notes: ["Sources: A & B"] }, style);
    expect(sizeOf(svg).width).toBe(332);
    expect(sizeOf(svg).height).toBeGreaterThan(200);
    expect(svg).toContain("GDP &lt;2023&gt;");
    expect(svg).toContain("Sources: A &amp; B");
    expect(svg).toMatch(/<svg x="16" y="[\d.]+" width="300"/);
  });

  it("are named as files for measure, areas and period, in the language of the page", () => {
    const caption = { title: "地区生产总值（亿元）", subtitle: "行政区 · 2023" };
    expect(pictureFileName(caption, "png")).toBe("地区生产总值-亿元-行政区-2023.png");
    expect(pictureFileName({ title: "GDP (CNY billion)", subtitle: "Districts · 2021–2025" }, "svg")).toBe(
      "GDP-CNY-billion-Districts-2021-2025.svg",
    );
    // A file system takes 255 bytes, of which a Chinese character is three.
    expect(pictureFileName({ title: "区".repeat(200), subtitle: "2023" }, "svg")).toHaveLength(84);
  });

  it("break lines between Latin words and anywhere in Chinese", () => {
    expect(wrapText("one two three", 10, 45)).toEqual(["one two", "three"]);
    expect(wrapText("武汉市统计局", 10, 30)).toEqual(["武汉市", "统计局"]);
    expect(wrapText("", 10, 30)).toEqual([]);
    expect(wrapText("武汉GDP为1,625.35亿元", 10, 45)).toEqual(["武汉GDP", "为", "1,625.35", "亿元"]);
  });

  it("begin no line with a closing mark and end none with an opening one", () => {
    expect(wrapText("据《统计年鉴》，武汉", 10, 60)).toEqual(["据《统计年", "鉴》，武汉"]);
    expect(wrapText("武汉（中国光谷）", 10, 30)).toEqual(["武汉", "（中国", "光谷）"]);
    expect(wrapText("口径见“说明”。", 10, 45)).toEqual(["口径见", "“说明”。"]);
    expect(wrapText("约近三年——含", 10, 40)).toEqual(["约近三", "年——含"]);
  });

  it("keep those rules for every note of the data, at every width, and lose nothing", () => {
    const data = readDataset(fileURLToPath(new URL("../../prisma/data", import.meta.url)));
    const notes = data.notes.slice(0, 40).flatMap(({ detail_zh, detail_en }) => [detail_zh, detail_en]);
    for (const note of notes)
      for (const width of [120, 173, 260]) {
        const lines = wrapText(note, 10.5, width);
        for (const line of lines) {
          expect(line).not.toMatch(/^[，。、；：？！）》】”’…—]/);
          expect(line).not.toMatch(/[（《【“‘]$/);
        }
        expect(lines.join("").replaceAll(/\s/g, "")).toBe(note.replaceAll(/\s/g, ""));
      }
  });

  it("break what is longer than a line, but no character in two", () => {
    const address = `https://example.org/${"a".repeat(60)}`;
    expect(wrapText(address, 10, 100).join("")).toBe(address);
    expect(wrapText(address, 10, 100).length).toBeGreaterThan(3);
    expect(wrapText("𠮷𠮷𠮷", 10, 20)).toEqual(["𠮷𠮷", "𠮷"]);
    expect(wrapText("）））", 10, 10)).toEqual(["）", "）", "）"]);
  });
});
