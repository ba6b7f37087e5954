import type { Position } from "geojson";
import type { Box } from "../../server/contract/filter-parts.ts";
import { createStore } from "../core/store.ts";
import type { LegendPart } from "../ui/picture-legend.ts";

/** A frame for the map on paper, in CSS pixels; around a point or with a whole box (WGS-84), else all that the reader sees. */
export interface PaperFrame {
  width: number;
  height: number;
  centrePoint?: Position | undefined;
  box?: Box | undefined;
}

/** The map as it is printed or saved. */
export interface MapPicture {
  canvas: HTMLCanvasElement;
  /** Metres to a pixel of the frame, at its centre. */
  metresPerPixel: number;
}

/** Draws the shown map for paper: light and sharp, which takes a second or two; or at once, as it is on the screen. */
export interface MapPrinter {
  draw: (frame: PaperFrame) => Promise<MapPicture>;
  snapshot: (frame: PaperFrame) => MapPicture;
}

/** None while no map is shown. */
export const mapPrinter = createStore<MapPrinter | null>(null);

/** What a slice adds to the map on paper, while it is shown: its legend, its sources, or another drawing in the map's place. */
export interface PaperPart {
  title?: string;
  subtitle?: string;
  legend: readonly LegendPart[];
  notes?: readonly string[];
  /** SVG with width and height. */
  drawing?: string;
}

export type PaperPartName = "colours" | "sizes" | "years" | "spatial" | "area";

const paperParts = createStore<Partial<Record<PaperPartName, PaperPart>>>({});
export const usePaperParts = paperParts.use;

/** Adds a part to the map on paper until the returned function is called. */
export function showOnPaper(name: PaperPartName, part: PaperPart): () => void {
  paperParts.set({ ...paperParts.get(), [name]: part });
  return () => {
    const { [name]: current, ...others } = paperParts.get();
    // A later part of the same name stays.
    if (current === part) paperParts.set(others);
  };
}
