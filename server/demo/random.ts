// Pseudo-random numbers. Each name has a generator of its own, so a new indicator does not change the series of the others.

/** Returns the next number, from 0 to below 1. */
export type RandomNumber = () => number;

/** The generator of a name: mulberry32 (Tommy Ettinger, public domain), initialised with a hash of seed and name (FNV-1a). */
export function generatorFor(seed: number, ...name: readonly (string | number)[]): RandomNumber {
  let state = seed ^ 0x811c9dc5;
  for (const character of name.join("\0")) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixedBits = Math.imul(state ^ (state >>> 15), 1 | state);
    mixedBits = (mixedBits + Math.imul(mixedBits ^ (mixedBits >>> 7), 61 | mixedBits)) ^ mixedBits;
    return ((mixedBits ^ (mixedBits >>> 14)) >>> 0) / 4294967296;
  };
}

/** Approximately normal, with mean 0, standard deviation 1 and no value beyond 3: the sum of uniform numbers. */
export const randomNormal = (draw: RandomNumber): number =>
  Math.max(-3, Math.min(3, Array.from({ length: 6 }, draw).reduce((sum, each) => sum + each, -3) * Math.SQRT2));

/** Uniform between two bounds. */
export const randomBetween = (draw: RandomNumber, min: number, max: number): number => min + draw() * (max - min);

/** Log-normal around a median: half the median is as likely as twice the median. */
export const randomAround = (median: number, spread: number, draw: RandomNumber): number =>
  median * Math.exp(randomNormal(draw) * spread);
