import type { ReactNode } from "react";
import type { Camera, Language } from "../core/address.ts";
import type { Box, Filter } from "../core/filter.ts";
import type { Theme } from "../core/kinds.ts";
import type { DistrictName } from "./sources.ts";
import type { PlacedSite } from "./spread.ts";

/** What the map is told, and what it tells: places and choices, never pixels. */
export interface AtlasMapProps {
  language: Language;
  theme: Theme;
  /** The data version. */
  version: number;
  /** What stands for it in the addresses of tiles. */
  tiles: string;
  filter: Filter;
  districts: readonly DistrictName[];
  /** The sites of the result list that have a point. */
  sites: readonly PlacedSite[];
  /** The box around all results, to go to on request. */
  bounds: Box | null;
  chosenSite: string | null;
  chosenDistrict: string | null;
  camera: Camera | null;
  onCamera: (camera: Camera) => void;
  onSite: (slug: string) => void;
  onDistrict: (code: string) => void;
  /** Legend and the like, laid over the map. */
  children?: ReactNode;
}
