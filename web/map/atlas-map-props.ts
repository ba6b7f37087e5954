import type { ReactNode } from "react";
import type { Basemap, BasemapKind } from "../../server/contract/basemaps.ts";
import type { Box } from "../../server/contract/filter-parts.ts";
import type { Language } from "../../server/contract/language.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import type { Camera } from "../address/parameters.ts";
import type { GeoPoint } from "../address/spatial.ts";
import type { Theme } from "../core/kinds.ts";
import type { AreaFilter } from "./area.ts";
import type { DistrictName } from "./sources.ts";
import type { PlacedSite } from "./spread.ts";

/** Input and events of the map: positions and choices, never pixels. */
export interface AtlasMapProps {
  language: Language;
  theme: Theme;
  /** The basemap under the atlas's own layers. */
  basemap: Basemap;
  /** The data version. */
  version: number;
  /** The data version in the addresses of tiles. */
  tilesVersion: string;
  filter: Filter;
  /** Codes of the districts to outline: those that the filter names, and those coextensive with a functional area that it names. */
  outlinedDistricts: readonly string[];
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
  /** The area that was drawn, as parts of the filter; without it there are no tools. */
  onArea?: (change: Partial<AreaFilter>) => void;
  /** Lists the sites nearest to a spot; without it the menu is left out. */
  onNearestTo?: (point: GeoPoint) => void;
  /** Where the reader may choose another basemap. */
  onBasemap?: (kind: BasemapKind) => void;
  /** Legend and similar, over the map. */
  children?: ReactNode;
}
