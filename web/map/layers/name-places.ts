import type { ExpressionSpecification } from "maplibre-gl";
import type { Offsets } from "../spread.ts";

const diagonal = Math.SQRT1_2;

/** The direction from a symbol to its name, right and down, by the side of the name that is next to the symbol. */
const directions = {
  left: [1, 0],
  right: [-1, 0],
  top: [0, 1],
  bottom: [0, -1],
  "top-left": [diagonal, diagonal],
  "bottom-left": [diagonal, -diagonal],
  "top-right": [-diagonal, diagonal],
  "bottom-right": [-diagonal, -diagonal],
} as const;

/** How far the name of a small symbol is from its middle, in ems. */
const NAME_DISTANCE = 1.1;

/** A pixel by which symbols are moved, in ems of their names: a symbol is drawn at about 0.95 of its size, a name in 13 pixels. */
const EMS_OF_PIXEL = 0.95 / 13;

interface PlaceOptions {
  /** Symbols that share a point, set apart. */
  offsets: Offsets;
  /** In ems; the nearer ones are tried first. */
  distances?: readonly number[];
}

/** Where names may stand, in the order in which it is tried: beside their own symbols, also where these were moved off a point that they share. */
export function namePlaces(
  sides: readonly (keyof typeof directions)[],
  { offsets, distances = [NAME_DISTANCE] }: PlaceOptions,
): ExpressionSpecification {
  const places = ([x, y]: readonly [number, number]) => [
    "literal",
    distances.flatMap((distance) =>
      sides.flatMap((side) => {
        const [right, down] = directions[side];
        return [side, [distance * right + EMS_OF_PIXEL * x, distance * down + EMS_OF_PIXEL * y]];
      }),
    ),
  ];
  const cases = Object.entries(offsets).flatMap(([slug, moved]) => [slug, places(moved)]);
  const usual = places([0, 0]);
  return (cases.length > 0 ? ["match", ["get", "slug"], ...cases, usual] : usual) as unknown as ExpressionSpecification;
}
