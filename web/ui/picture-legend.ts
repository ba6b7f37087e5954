// The legend of a saved or printed map: parts with a heading, and a line for each mark.

import { drawText, type PictureStyle } from "./picture-text.ts";

export interface LegendEntry {
  /** SVG of the mark, in a box of `markSize`. */
  markSvg: string;
  /** The height of a mark that is taller. */
  height?: number;
  text: string;
}

export interface LegendPart {
  title?: string;
  /** Period and unit, or what else holds for all entries. */
  subtitles?: readonly string[];
  entries: readonly LegendEntry[];
}

export const markSize = { width: 18, height: 14 };
export const legendWidth = 188;
const gap = { mark: 8, line: 4, part: 12 };

/** The parts below each other, from the origin to the right. */
export function drawLegend(parts: readonly LegendPart[], style: PictureStyle): { svg: string; height: number } {
  const svgParts: string[] = [];
  let y = 0;
  const write = (text: string, size: number, colour: string, weight = 400, x = 0) => {
    const { svg, end } = drawText(text, { x, y, width: legendWidth - x, size, colour, weight });
    svgParts.push(svg);
    return end;
  };
  parts.forEach(({ title, subtitles = [], entries }, index) => {
    if (index > 0) y += gap.part;
    if (title) y = write(title, 12, style.textColour, 600);
    for (const line of subtitles) y = write(line, 10, style.mutedColour);
    for (const { markSvg, height = markSize.height, text } of entries) {
      y += gap.line;
      svgParts.push(`<g transform="translate(0 ${y.toFixed(1)})">${markSvg}</g>`);
      y = Math.max(y + height, text ? write(text, 11, style.textColour, 400, markSize.width + gap.mark) : 0);
    }
  });
  return { svg: svgParts.join(""), height: y };
}
