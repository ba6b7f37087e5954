// The marks of the map as SVG, for legends that are saved or printed: always on paper.

import type { TFunction } from "i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import type { SiteKind } from "../core/graphql.ts";
import { kindColours, kindShapes } from "../core/kinds.ts";
import { shapePath } from "../core/shapes.ts";
import { type LegendPart, markSize } from "../ui/picture-legend.ts";
import type { Pattern } from "./overlays.ts";
import { palettes } from "./palette.ts";

const { width, height } = markSize;
const { strongLine, tileGroup } = palettes.light;
const centre = { x: width / 2, y: height / 2 };

function kindMark(kind: SiteKind, isHollow = false): string {
  const colour = kindColours.light[kind];
  const fillAttributes = isHollow ? `fill="#fff" stroke="${colour}" stroke-width="0.34"` : `fill="${colour}"`;
  return `<path transform="translate(${centre.x} ${centre.y}) scale(6)" d="${shapePath(kindShapes[kind])}" ${fillAttributes}/>`;
}

/** A field in the colour of a class. */
export const fieldMark = (colour: string): string =>
  `<rect y="1" width="${width}" height="${height - 2}" fill="${colour}" stroke="${strongLine}" stroke-opacity="0.3" stroke-width="0.5"/>`;

/** A field without a value: hatched, as on the map. */
export const hatchedMark = (): string =>
  `${fieldMark("#fff")}<path d="M1 12L11 2M7 12L17 2" stroke="${strongLine}" stroke-opacity="0.5" stroke-width="1"/>`;

/** A field whose value cannot be computed: crossed. */
const crossedMark = (): string =>
  `${hatchedMark()}<path d="M1 2L11 12M7 2L17 12" stroke="${strongLine}" stroke-opacity="0.5" stroke-width="1"/>`;

/** A field whose value is only a bound or a range: dotted. */
const dottedMark = (): string =>
  `${fieldMark("#fff")}${[3, 9, 15].map((x) => `<circle cx="${x}" cy="4.5" r="1" fill="${strongLine}"/><circle cx="${x}" cy="9.5" r="1" fill="${strongLine}"/>`).join("")}`;

/** A field without a colour, by the pattern it has on the map. */
export const patternMark = (pattern: Pattern): string =>
  ({ bound: dottedMark, noValue: hatchedMark, notComputable: crossedMark })[pattern]();

/** A disc of the given radius; only its outline for a size, which has no colour. */
export const discMark = (radius: number, colour: string | null): string =>
  `<circle cx="${centre.x}" cy="${centre.y}" r="${radius}" ${colour ? `fill="${colour}"` : `fill="none" stroke="${strongLine}"`}/>`;

export const lineMark = (): string => `<path d="M0 ${centre.y}H${width}" stroke="${strongLine}" stroke-width="1.5"/>`;

/** The symbols of the kinds, and what else every map may have. */
export function symbolsLegend(
  t: TFunction,
  { hasTileGroups, isSized, hasNeighbours }: { hasTileGroups: boolean; isSized: boolean; hasNeighbours: boolean },
): LegendPart {
  const uncertain = `<circle cx="${centre.x}" cy="${centre.y}" r="6" fill="none" stroke="${strongLine}" stroke-dasharray="2.4 1.9"/>`;
  return {
    entries: [
      ...siteKinds
        .filter((kind) => kind !== "LOGISTICS_HUB")
        .map((kind) => ({ markSvg: kindMark(kind), text: t(`kind.${kind}`) })),
      { markSvg: kindMark("LOGISTICS_HUB"), text: t("legend.national") },
      { markSvg: kindMark("LOGISTICS_HUB", true), text: t("legend.infrastructure") },
      ...(isSized ? [] : [{ markSvg: uncertain, text: t("legend.uncertainty") }]),
      ...(hasNeighbours ? [{ markSvg: discMark(6, null), text: t("legend.neighbour") }] : []),
      ...(hasTileGroups ? [{ markSvg: discMark(6.5, tileGroup), text: t("legend.tileGroup") }] : []),
    ],
  };
}
