// A map or chart of the page as a self-contained file: its title above, its legend beside it, its sources below.

import { addressPart } from "../../server/contract/typed-text.ts";
import { drawLegend, type LegendPart, legendWidth } from "./picture-legend.ts";
import { drawText, escapeXml, type PictureStyle } from "./picture-text.ts";

export interface Caption {
  title: string;
  /** Period, as-of date, selection. */
  subtitle: string;
  /** The meaning of colours and symbols, where the drawing does not have it. */
  legend?: readonly LegendPart[];
  /** Sources and data version; each is a paragraph. */
  notes: readonly string[];
}

const margin = 16;
const sizes = { title: 16, subtitle: 12, note: 10.5 };

/** The width and height of an SVG in pixels. */
export function sizeOf(svg: string): { width: number; height: number } {
  const number = (name: string) => Number(new RegExp(`<svg[^>]*\\b${name}="([\\d.]+)`).exec(svg)?.[1] ?? 0);
  return { width: number("width"), height: number("height") };
}

/** An SVG with its title above, its legend on the right and its notes below, on the background of the theme. */
export function withCaption(svg: string, { title, subtitle, legend = [], notes }: Caption, style: PictureStyle): string {
  const drawingSize = sizeOf(svg);
  const legendSvg = legend.length > 0 ? drawLegend(legend, style) : null;
  const contentWidth = drawingSize.width + (legendSvg ? margin + legendWidth : 0);
  const parts: string[] = [];
  let y = margin;
  const writeText = (text: string, size: number, colour: string, weight = 400) => {
    const { svg, end } = drawText(text, { x: margin, y, width: contentWidth, size, colour, weight });
    parts.push(svg);
    y = end;
  };
  writeText(title, sizes.title, style.textColour, 600);
  writeText(subtitle, sizes.subtitle, style.mutedColour);
  y += 8;
  parts.push(svg.replace("<svg", `<svg x="${margin}" y="${y.toFixed(1)}"`));
  if (legendSvg) parts.push(`<g transform="translate(${drawingSize.width + 2 * margin} ${y.toFixed(1)})">${legendSvg.svg}</g>`);
  y += Math.max(drawingSize.height, legendSvg?.height ?? 0) + 8;
  for (const note of notes) writeText(note, sizes.note, style.mutedColour);
  const [width, height] = [contentWidth + 2 * margin, Math.ceil(y + margin)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(style.font)}"><rect width="100%" height="100%" fill="${escapeXml(style.background)}"/>${parts.join("")}</svg>`;
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
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("this browser cannot draw"))), "image/png"),
  );
}

export const pictureFormats = ["png", "svg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** In characters: file systems allow 255 bytes, and a Chinese character takes three. */
const maxNameLength = 80;

/** A file named for what it shows: measure, areas or selection, period, in the language of its caption. */
export const pictureFileName = ({ title, subtitle }: Pick<Caption, "title" | "subtitle">, format: PictureFormat): string => {
  const name = `${title} ${subtitle}`.replace(/[^\p{L}\p{N}.]+/gu, "-").slice(0, maxNameLength);
  return `${name.replace(/^[-.]+|[-.]+$/g, "")}.${format}`;
};

/** Saves a drawing with its caption as a file. */
export async function savePicture(drawing: string, caption: Caption, style: PictureStyle, format: PictureFormat): Promise<void> {
  const svg = withCaption(drawing, caption, style);
  const file = format === "png" ? await toPng(svg) : new Blob([svg], { type: "image/svg+xml" });
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: pictureFileName(caption, format) }).click();
  URL.revokeObjectURL(address);
}
