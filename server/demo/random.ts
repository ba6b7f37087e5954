// Numbers that look drawn and are not: the same seed and name give the same numbers, whatever else is drawn. So a new indicator
// changes no other series.

/** Numbers from 0 to below 1. */
export type Draw = () => number;

/** A drawer of its own for each name: mulberry32 (Tommy Ettinger, public domain) begun at a hash of seed and name (FNV-1a). */
export function drawerFor(seed: number, ...name: readonly (string | number)[]): Draw {
  let state = seed ^ 0x811c9dc5;
  for (const sign of name.join("\0")) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** About normal, mean 0 and deviation 1, never beyond 3: the sum of drawn numbers, without the tails that look made up. */
export const aboutNormal = (draw: Draw): number =>
  Math.max(-3, Math.min(3, Array.from({ length: 6 }, draw).reduce((sum, each) => sum + each, -3) * Math.SQRT2));

/** Between two bounds. */
export const between = (draw: Draw, min: number, max: number): number => min + draw() * (max - min);
