import type { LayerOptions } from "../../web/map/layers/layer-options.ts";

/** Options of the map's layers, with some changes. */
export const someOptions = (change: Partial<LayerOptions> = {}): LayerOptions => ({
  language: "zh",
  theme: "light",
  offsets: {},
  filteredDistricts: [],
  onForeignBasemap: false,
  ...change,
});
