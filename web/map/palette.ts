import type { Theme } from "../core/kinds.ts";

/** The colours of the map below the data: muted, so that the data stands out. */
export interface Palette {
  background: string;
  land: string;
  landHover: string;
  landChosen: string;
  districtBorder: string;
  /** Between districts in the colours of their values. */
  valueBorder: string;
  cityBorder: string;
  cityBorderHalo: string;
  water: string;
  waterName: string;
  metro: string;
  metroName: string;
  districtName: string;
  landmarkName: string;
  siteNameColour: string;
  halo: string;
  tileGroup: string;
  symbolCasing: string;
  /** Outlines and lines that stand out from everything below them. */
  strongLine: string;
}

export const palettes: Record<Theme, Palette> = {
  light: {
    background: "#eae7df",
    land: "#f8f6f0",
    landHover: "#f1ede2",
    landChosen: "#efe6cf",
    districtBorder: "#d6cfc0",
    valueBorder: "#b8ad98",
    cityBorder: "#b8ad98",
    cityBorderHalo: "#dfdacd",
    water: "#bcd6e6",
    waterName: "#4f7d9c",
    metro: "#aaa3b5",
    metroName: "#7c7589",
    districtName: "#6f675a",
    landmarkName: "#7d7568",
    siteNameColour: "#1c2430",
    halo: "#fbfaf6",
    tileGroup: "#675f52",
    symbolCasing: "#ffffff",
    strongLine: "#1c2430",
  },
  dark: {
    background: "#101418",
    land: "#1b2127",
    landHover: "#222931",
    landChosen: "#2d3540",
    districtBorder: "#333c46",
    valueBorder: "#6b7885",
    cityBorder: "#4c5763",
    cityBorderHalo: "#161b20",
    water: "#284d68",
    waterName: "#7fb0cf",
    metro: "#5d5b6e",
    metroName: "#918ea1",
    districtName: "#97a1ac",
    landmarkName: "#8a949f",
    siteNameColour: "#f1f4f7",
    halo: "#12161b",
    tileGroup: "#a3adb8",
    symbolCasing: "#0f1317",
    strongLine: "#ffffff",
  },
};
