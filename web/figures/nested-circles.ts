import type { LegendEntry } from "../ui/picture-legend.ts";
import { escapeXml } from "../ui/picture-text.ts";
import { legendSizes, radiusOf } from "./site-sizes.ts";

/** Nested circles on one baseline, each with its number at its top, as in the legend on the screen. */
export function nestedCircles(maxValue: number, words: (value: number) => string): LegendEntry {
  const circleSizes = legendSizes(maxValue).map((value) => ({ value, radius: radiusOf(value, maxValue) }));
  const maxRadius = circleSizes[0]?.radius ?? 0;
  const height = Math.max(2 * maxRadius, 16 * circleSizes.length) + 4;
  const [centreX, bottom] = [maxRadius + 2, height - 2];
  const circles = circleSizes.map(({ value, radius }, index) => {
    const line = bottom - 2 * maxRadius + 4 + index * 16;
    return `<circle cx="${centreX}" cy="${bottom - radius}" r="${radius}" fill="none" stroke="#4b545f"/>
<path d="M${centreX} ${bottom - 2 * radius}L${2 * maxRadius + 10} ${line}h4" fill="none" stroke="#8b8678" stroke-width="0.75"/>
<text x="${2 * maxRadius + 18}" y="${line + 4}" font-size="11">${escapeXml(words(value))}</text>`;
  });
  return { markSvg: circles.join(""), height, text: "" };
}
