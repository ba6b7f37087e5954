import { byKind, type SiteKind, siteKinds } from "../../server/contract/kinds.ts";

export type Theme = "light" | "dark";
export type Point = readonly [x: number, y: number];

/**
 * The shape of a kind's symbol, in a square from -1 to 1, y downwards. A circle has no corners, so it has a radius.
 * The sizes are balanced by eye to equal weight, not equal extent: a square of the circle's width looks larger than it.
 */
export type Shape = { readonly circle: number } | { readonly corners: readonly Point[] };

interface KindStyle extends Record<Theme, string> {
  shape: Shape;
  /** Those with a low number get their names first, and are drawn under what is smaller. */
  rank: number;
}

/**
 * How each kind looks. Okabe and Ito's colours, which stay apart under every common colour blindness; the green is darkened and the
 * purple taken from Tol to keep 3:1 on paper. The dark theme takes lighter tints of the same hues.
 */
const kindStyles: Record<SiteKind, KindStyle> = {
  SERVICE_TRADE_PARK: { light: "#0072b2", dark: "#56b4e9", shape: { circle: 0.8 }, rank: 3 },
  EXPORT_BASE: { light: "#d55e00", dark: "#ff9a52", shape: { corners: diamond(1) }, rank: 2 },
  BONDED_ZONE: { light: "#aa4499", dark: "#e08fd0", shape: { corners: square(0.72) }, rank: 1 },
  LOGISTICS_HUB: { light: "#00805a", dark: "#3fcf9e", shape: { corners: triangle() }, rank: 4 },
};

function diamond(r: number): Point[] {
  return [
    [0, -r],
    [r, 0],
    [0, r],
    [-r, 0],
  ];
}

function square(r: number): Point[] {
  return [
    [-r, -r],
    [r, -r],
    [r, r],
    [-r, r],
  ];
}

function triangle(): Point[] {
  return [
    [0, -0.94],
    [1, 0.74],
    [-1, 0.74],
  ];
}

export const kindColours: Record<Theme, Record<SiteKind, string>> = {
  light: byKind((kind) => kindStyles[kind].light),
  dark: byKind((kind) => kindStyles[kind].dark),
};
export const kindRanks: Record<SiteKind, number> = byKind((kind) => kindStyles[kind].rank);
export const kindShapes: Record<SiteKind, Shape> = byKind((kind) => kindStyles[kind].shape);

const variables = (theme: Theme): string => siteKinds.map((kind) => `--kind-${kind}: ${kindColours[theme][kind]};`).join(" ");

/** The colours as CSS variables (--kind-EXPORT_BASE). Paper is white, whatever the theme was on the screen. */
export const kindStyleRules = `:root { ${variables("light")} }
@media screen { :root[data-mantine-color-scheme="dark"] { ${variables("dark")} } }`;
