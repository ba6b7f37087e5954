import type { Theme } from "../core/kinds.ts";
import { rgb } from "./symbols.ts";

type ColourScale = readonly string[];

/**
 * The colours of values, faint to strong: cream over sage to slate on paper, the other way round in the dark. Lightness alone distinguishes the
 * classes, so that they work under every colour blindness and in grey; the hues are muted, so that the kinds stay loudest.
 */
const valueScales: Record<Theme, ColourScale> = {
  light: ["#f0e9c6", "#cdd6b4", "#a3c0a8", "#78a39b", "#50808a", "#325d76", "#1f3f5e"],
  dark: ["#456172", "#587781", "#6e8e8b", "#86a595", "#a3bba0", "#c3d1aa", "#ebe4b8"],
};

/** The other side of a scale that has two, as falling beside growing: towards brown, as far from slate as all readers can distinguish. */
const belowScales: Record<Theme, ColourScale> = {
  light: ["#f3e3cc", "#e0c19b", "#c79c6e", "#a77748", "#80542b", "#5c3a1c"],
  dark: ["#6f5842", "#8b6c51", "#a78361", "#c09b74", "#d9b588", "#f2cc9c"],
};

/** The colour of a tone from -1 to 1, as the classes of values have it. */
export function toneColour(theme: Theme, tone: number): string {
  const scale = tone < 0 ? belowScales[theme] : valueScales[theme];
  const scalePosition = Math.min(1, Math.abs(tone)) * (scale.length - 1);
  const [lower, upper] = [scale[Math.floor(scalePosition)] ?? "", scale[Math.ceil(scalePosition)] ?? ""];
  return mixColours(lower, upper, scalePosition % 1);
}

function mixColours(lower: string, upper: string, share: number): string {
  const [from, to] = [rgb(lower), rgb(upper)];
  return `#${from.map((channel, index) => hexByte(channel + ((to[index] ?? 0) - channel) * share)).join("")}`;
}

const hexByte = (value: number): string => Math.round(value).toString(16).padStart(2, "0");
