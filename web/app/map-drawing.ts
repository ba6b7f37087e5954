import type { Language } from "../../server/contract/language.ts";
import { formatMetres } from "../core/format.ts";
import type { MapPicture } from "../map/paper.ts";
import { roundLength } from "../map/scale.tsx";
import { escapeXml } from "../ui/picture-text.ts";

/** The map on its sheet: with title, legend and notes it fills A4, landscape. */
export const mapFrame = { width: 812, height: 536 };

const MAX_SCALE_BAR_WIDTH = 120;

/** Neatline and scale bar of the map as SVG; with the map itself as a picture in it for a file, which has nothing else. */
export function mapDrawing({ canvas, metresPerPixel }: MapPicture, language: Language, isFile: boolean): string {
  const { width, height } = mapFrame;
  const image = isFile ? `<image width="${width}" height="${height}" href="${canvas.toDataURL("image/png")}"/>` : "";
  const length = roundLength(metresPerPixel * MAX_SCALE_BAR_WIDTH);
  const barWidth = length / metresPerPixel;
  const [left, bottom] = [12, height - 12];
  const scale = `<rect x="${left - 4}" y="${bottom - 20}" width="${barWidth + 8}" height="24" fill="#fff" fill-opacity="0.75"/>
<path d="M${left} ${bottom - 6}v6h${barWidth}v-6" fill="none" stroke="#000" stroke-width="1.5"/>
<text x="${left + barWidth / 2}" y="${bottom - 7}" font-size="11" text-anchor="middle">${escapeXml(formatMetres(length, language))}</text>`;
  const neatline = `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="#57534a"/>`;
  return `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg">${image}${scale}${neatline}</svg>`;
}
