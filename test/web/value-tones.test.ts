import { describe, expect, it } from "vitest";
import { kindColours } from "../../web/core/kinds.ts";
import { palettes } from "../../web/map/palette.ts";
import { rgb } from "../../web/map/symbols.ts";
import { toneColour } from "../../web/map/value-tones.ts";

type Vector = readonly number[];
const themes = ["light", "dark"] as const;
const toLinear = (part: number) => (part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const multiply = (matrix: readonly Vector[], vector: Vector) =>
  matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));

/** OKLab of linear light (Ottosson 2020): distances in it are as the eye sees them, 0.02 being just seen. */
function oklab(light: Vector): Vector {
  const cones = multiply(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light,
  ).map((part) => Math.cbrt(Math.max(0, part)));
  return multiply(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

/** How colours look without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1), on linear light. */
const visionMatrices: Record<string, readonly Vector[]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const perceivedLab = (colour: string, vision: string) => oklab(multiply(visionMatrices[vision] ?? [], rgb(colour).map(toLinear)));
const perceivedDistance = (one: string, other: string, vision: string) => {
  const [a, b] = [perceivedLab(one, vision), perceivedLab(other, vision)];
  return Math.hypot(...a.map((part, index) => part - (b[index] ?? 0)));
};
const steps = (count: number) => Array.from({ length: count }, (_, index) => index / (count - 1));

describe.each(themes)("the colours of values, %s", (theme) => {
  it.each(Object.keys(visionMatrices))("are distinguishable in seven classes, %s", (vision) => {
    const colours = steps(7).map((tone) => toneColour(theme, tone));
    for (const [index, colour] of colours.slice(1).entries())
      expect(perceivedDistance(colour, colours[index] ?? "", vision), `${colours[index]} ${colour}`).toBeGreaterThan(0.045);
  });

  it.each(Object.keys(visionMatrices))("say on which side of the pivot a value is, %s", (vision) => {
    for (const tone of [0.3, 0.5, 1])
      expect(perceivedDistance(toneColour(theme, tone), toneColour(theme, -tone), vision)).toBeGreaterThan(0.04);
  });

  it("grow evenly stronger, away from the land", () => {
    for (const side of [1, -1]) {
      const lightness = steps(7).map((tone) => perceivedLab(toneColour(theme, side * (tone || 0.001)), "all")[0] ?? 0);
      const fromLightest = theme === "light" ? lightness : [...lightness].reverse();
      expect(fromLightest).toEqual([...fromLightest].sort((one, other) => other - one));
    }
    expect(perceivedDistance(toneColour(theme, 0), palettes[theme].land, "all")).toBeGreaterThan(0.04);
  });

  it("are duller than every kind", () => {
    const chroma = (colour: string) => Math.hypot(...perceivedLab(colour, "all").slice(1));
    const kinds = Object.values(kindColours[theme]).map(chroma);
    for (const tone of [...steps(7), ...steps(7).map((step) => -step)])
      expect(chroma(toneColour(theme, tone))).toBeLessThan(Math.min(...kinds));
  });
});
