import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { patternOf } from "../map/classified-values.ts";
import { palettes } from "../map/palette.ts";
import { patternDefsSvg } from "../map/svg-patterns.tsx";
import { toneColour } from "../map/value-tones.ts";
import { escapeXml } from "../ui/picture-text.ts";
import type { Outlines } from "./outlines.ts";
import type { DistrictFigures } from "./use-district-answer.ts";
import { everyYear } from "./years.ts";

/** The room of all small maps together, as the large map has it on a sheet. */
const totalSize = { width: 812, height: 536 };
const label = 20;

/** How many columns leave the maps largest in that room. */
function columnsFor(count: number, aspectRatio: number): number {
  const widthOf = (columns: number) =>
    Math.min(totalSize.width / columns, (totalSize.height / Math.ceil(count / columns) - label) * aspectRatio);
  return Array.from({ length: count }, (_, index) => index + 1).reduce((best, columns) =>
    widthOf(columns) > widthOf(best) ? columns : best,
  );
}

/**
 * A small map for each year as one drawing, all vectors: the years of a slot are named beneath, as is how many districts have a
 * value.
 */
export function yearsDrawing(
  figures: DistrictFigures,
  outlines: Outlines,
  language: Language,
  countWords: (count: number) => string,
): string {
  const years = everyYear([...figures.countByYear.keys()]);
  const columns = columnsFor(years.length, outlines.width / outlines.height);
  const cell = { width: totalSize.width / columns, height: totalSize.height / Math.ceil(years.length / columns) };
  const maps = years.map((year, index) => {
    const [x, y] = [(index % columns) * cell.width, Math.floor(index / columns) * cell.height];
    const period = namedPeriodText(`${year}${figures.periodPart}`, language);
    return `<svg x="${x + 4}" y="${y}" width="${cell.width - 8}" height="${cell.height - label}" viewBox="0 0 ${outlines.width} ${outlines.height}">${districts(figures, outlines, year)}</svg>
<text x="${x + cell.width / 2}" y="${y + cell.height - 6}" font-size="12" text-anchor="middle"><tspan font-weight="600">${escapeXml(period)}</tspan> <tspan font-size="10.5" fill="#4b545f">${escapeXml(countWords(figures.countByYear.get(year) ?? 0))}</tspan></text>`;
  });
  return `<svg width="${totalSize.width}" height="${totalSize.height}" xmlns="http://www.w3.org/2000/svg">${patternDefsSvg("years-")}${maps.join("")}</svg>`;
}

const { valueBorder } = palettes.light;

function districts(figures: DistrictFigures, { pathByCode }: Outlines, year: number): string {
  const shapes = figures.valuesIn(year).map((value) => {
    const tone = figures.classes[value.classIndex]?.tone;
    const path = (fill: string) => `<path d="${pathByCode[value.code]}" fill="${fill}"/>`;
    return path(tone === undefined ? `url(#years-${patternOf(value)})` : toneColour("light", tone));
  });
  return `<g stroke="${valueBorder}" stroke-width="1">${shapes.join("")}</g>`;
}
