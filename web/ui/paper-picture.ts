import { WATERMARK } from "../../server/contract/demo.ts";
import { isDemo } from "../core/demo.ts";
import { sizeOf } from "./picture.ts";
import { escapeXml, type PictureStyle } from "./picture-text.ts";

/** Paper is light, whatever the screen is. */
export const paperStyle = (): PictureStyle => ({
  background: "#ffffff",
  textColour: "#1b222c",
  mutedColour: "#4b545f",
  font: getComputedStyle(document.body).fontFamily,
});

/** A map for a file: synthetic figures are marked in every copy, as charts do. */
export function standaloneSvg(drawing: string): string {
  if (!isDemo) return drawing;
  const { width, height } = sizeOf(drawing);
  const watermark = `<text transform="translate(${width / 2} ${height / 2}) rotate(-20)" text-anchor="middle" font-size="${width / 14}" font-weight="800" fill="#b00020" fill-opacity="0.18">${escapeXml(WATERMARK)}</text>`;
  return drawing.replace(/<\/svg>$/, `${watermark}</svg>`);
}
