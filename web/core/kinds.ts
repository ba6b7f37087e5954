import type { SiteKind, SiteStatus } from "./graphql.ts";

/** The four kinds in the order in which they stand everywhere: chips, legend, tables. */
export const siteKinds = [
  "SERVICE_TRADE_PARK",
  "EXPORT_BASE",
  "BONDED_ZONE",
  "LOGISTICS_HUB",
] as const satisfies readonly SiteKind[];

export const siteStatuses = ["PLANNED", "UNDER_CONSTRUCTION", "OPERATING"] as const satisfies readonly SiteStatus[];

export type Theme = "light" | "dark";

/**
 * Okabe and Ito's colours, which stay apart under every common colour blindness; the green is darkened and the purple taken from
 * Tol to keep 3:1 on paper. The dark theme takes lighter tints of the same hues.
 */
export const kindColours: Record<Theme, Record<SiteKind, string>> = {
  light: { SERVICE_TRADE_PARK: "#0072b2", EXPORT_BASE: "#d55e00", BONDED_ZONE: "#aa4499", LOGISTICS_HUB: "#00805a" },
  dark: { SERVICE_TRADE_PARK: "#56b4e9", EXPORT_BASE: "#ff9a52", BONDED_ZONE: "#e08fd0", LOGISTICS_HUB: "#3fcf9e" },
};
