import type { Theme } from "../core/kinds.ts";

/**
 * The scale of counts, faint to strong: one hue whose lightness alone distinguishes the classes, so that it works under every colour
 * blindness and in grey. Ochre, because none of the four kinds and no water has it.
 */
export const groupTones: Record<Theme, readonly string[]> = {
  light: ["#f3e0ae", "#e3bd6c", "#c4913a", "#946320", "#5c3a12"],
  dark: ["#5a4a2c", "#7f6230", "#a67c36", "#d3a758", "#f6dfa6"],
};

/** The text colour on each tone. */
export const groupInks: Record<Theme, readonly string[]> = {
  light: ["#2a1d08", "#2a1d08", "#1d1203", "#ffffff", "#ffffff"],
  dark: ["#fff3d6", "#fff3d6", "#14100a", "#14100a", "#14100a"],
};
