// A chart's drawing as a self-contained file: its title above, its sources below.

import { addressPart } from "../../server/contract/typed-text.ts";
import { wrapText } from "./line-break.ts";

/** The page's colours and font. */
interface PictureLook {
  paper: string;
  ink: string;
  quiet: string;
  font: string;
}

export interface Caption {
  title: string;
  /** Period, as-of date, selection. */
  subtitle: string;
  /** Sources and data version; each is a paragraph. */
  notes: readonly string[];
}

const margin = 16;
const sizes = { title: 16, subtitle: 12, note: 10.5 };

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

/** The width and height of an SVG in pixels. */
export function sizeOf(svg: string): { width: number; height: number } {
  const number = (name: string) => Number(new RegExp(`<svg[^>]*\\b${name}="([\\d.]+)`).exec(svg)?.[1] ?? 0);
  return { width: number("width"), height: number("height") };
}

/** An SVG with its title above and its notes below, on the background of the theme. */
export function withCaption(svg: string, { title, subtitle, notes }: Caption, look: PictureLook): string {
  const drawn = sizeOf(svg);
  const width = drawn.width + 2 * margin;
  const parts: string[] = [];
  let y = margin;
  const writeText = (text: string, size: number, colour: string, weight = 400) => {
    for (const line of wrapText(text, size, drawn.width)) {
      y += size * 1.4;
      parts.push(
        `<text x="${margin}" y="${(y - size * 0.3).toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${escapeXml(colour)}">${escapeXml(line)}</text>`,
      );
    }
  };
  writeText(title, sizes.title, look.ink, 600);
  writeText(subtitle, sizes.subtitle, look.quiet);
  y += 8;
  parts.push(svg.replace("<svg", `<svg x="${margin}" y="${y.toFixed(1)}"`));
  y += drawn.height + 8;
  for (const note of notes) writeText(note, sizes.note, look.quiet);
  const height = Math.ceil(y + margin);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(look.font)}"><rect width="100%" height="100%" fill="${escapeXml(look.paper)}"/>${parts.join("")}</svg>`;
}

/** An SVG as PNG, at twice its size. */
export async function toPng(svg: string): Promise<Blob> {
  const scale = 2;
  const { width, height } = sizeOf(svg);
  const image = new Image(width * scale, height * scale);
  image.src = `data:image/svg+xml;charset=utf-8,${addressPart(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser cannot draw");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("this browser cannot draw"))), "image/png"),
  );
}
