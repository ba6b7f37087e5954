import { wrapText } from "./line-break.ts";

/** The page's colours and font. */
export interface PictureStyle {
  background: string;
  textColour: string;
  mutedColour: string;
  font: string;
}

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character] ?? character);

interface TextLayout {
  x: number;
  /** Where its first line begins. */
  y: number;
  width: number;
  size: number;
  colour: string;
  weight?: number;
}

/** A text as SVG, broken into lines of that width, and where it ends. */
export function drawText(text: string, { x, y, width, size, colour, weight = 400 }: TextLayout): { svg: string; end: number } {
  const lines = wrapText(text, size, width);
  const svg = lines.map((line, index) => {
    const baseline = (y + (index + 1) * size * 1.4 - size * 0.3).toFixed(1);
    return `<text x="${x}" y="${baseline}" font-size="${size}" font-weight="${weight}" fill="${escapeXml(colour)}">${escapeXml(line)}</text>`;
  });
  return { svg: svg.join(""), end: y + lines.length * size * 1.4 };
}
