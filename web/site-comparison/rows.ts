import { INDICATOR_SLUGS } from "../../server/contract/city.ts";
import type { SiteKind } from "../core/graphql.ts";
import type { ComparedFigure, ComparedSite } from "./comparison-query.ts";

/**
 * Why a cell is as it is: it has a value; nothing is published; the question does not arise for such a site; its position is not
 * published; the site is itself what the distance is to; there is nothing to add.
 */
export type CellState = "value" | "unknown" | "notApplicable" | "unplaced" | "isItself" | "none";

/** The facts shown for each site besides its figures, in display order. */
export const factNames = [
  ...(["kind", "class", "status", "parent"] as const),
  ...(["district", "functionalArea", "locality", "position"] as const),
  ...(["holder", "operator", "contact", "website", "approval", "batch", "sealedOn", "industries", "note"] as const),
] as const;
export type FactName = (typeof factNames)[number];

export const gateways = ["METRO", "PORT", "AIRPORT", "RAIL_TERMINAL", "BONDED_ZONE"] as const;
export type Gateway = (typeof gateways)[number];

/** Facts that sites of one kind alone have. */
const kindOfFact: Partial<Record<FactName, SiteKind>> = { holder: "EXPORT_BASE", batch: "EXPORT_BASE", sealedOn: "BONDED_ZONE" };

export function factState(fact: FactName, site: ComparedSite): CellState {
  const kind = kindOfFact[fact];
  if (kind && site.kind !== kind) return "notApplicable";
  // Most sites are part of no other; a bonded zone has no theme, field or type.
  if (fact === "parent" && !site.parent) return "notApplicable";
  if (fact === "class" && site.kind === "BONDED_ZONE") return "notApplicable";
  if (fact === "note" && !hasFact.note(site)) return "none";
  return hasFact[fact](site) ? "value" : "unknown";
}

const hasFact: Record<FactName, (site: ComparedSite) => unknown> = {
  kind: () => true,
  class: () => true,
  status: ({ status }) => status,
  parent: ({ parent }) => parent,
  // Of an area in several districts the site may lie in any, or in more than one.
  district: ({ district, functionalArea }) => district ?? functionalArea?.districts[0],
  functionalArea: ({ functionalArea }) => functionalArea,
  locality: ({ localityZh, localityEn }) => localityZh ?? localityEn,
  position: ({ location }) => location,
  holder: (site) => site.__typename === "ExportBase" && (site.holderZh ?? site.holderEn),
  operator: ({ operatorZh, operatorEn }) => operatorZh ?? operatorEn,
  contact: ({ contact }) => contact,
  website: ({ website }) => website,
  approval: ({ basisZh, basisEn, historyZh, historyEn }) => historyZh ?? historyEn ?? basisZh ?? basisEn,
  batch: (site) => site.__typename === "ExportBase" && (site.batchZh ?? site.batchEn),
  sealedOn: (site) => site.__typename === "BondedZone" && site.sealedOn,
  industries: ({ industries }) => industries.length > 0,
  note: ({ noteZh, noteEn }) => noteZh ?? noteEn,
};

export function gatewayState(gateway: Gateway, site: ComparedSite): CellState {
  if (isGateway(gateway, site)) return "isItself";
  if (!site.location) return "unplaced";
  // A port has no other port to reach.
  return nearestOf(gateway, site) ? "value" : "notApplicable";
}

/** To be near another zone says nothing to one who asks whether a bonded zone is near: this one is. */
const isGateway = (gateway: Gateway, site: ComparedSite): boolean =>
  site.__typename === "LogisticsHub" ? site.facility === gateway : gateway === "BONDED_ZONE" && site.kind === "BONDED_ZONE";

/** The nearest station, or the nearest site with such a gateway, and its distance. */
export function nearestOf(gateway: Gateway, { nearestStation, nearestGateways }: ComparedSite) {
  if (gateway !== "METRO") {
    const nearest = nearestGateways.find((each) => each.gateway === gateway);
    return nearest && { destination: nearest.site, distanceKm: nearest.distanceKm };
  }
  return nearestStation && { destination: nearestStation.station, distanceKm: nearestStation.distanceKm };
}

/** One indicator and the latest figure of each site, in the order of the sites. */
export interface FigureRow {
  indicator: ComparedFigure["indicator"];
  cells: readonly { state: CellState; figure?: ComparedFigure | undefined }[];
}

/** The indicators that any of the sites has a figure of: the area first, then those that most of them have. */
function figureRows(sites: readonly ComparedSite[]): FigureRow[] {
  const indicators = new Map(
    sites.flatMap(({ latestFigures }) => latestFigures.map(({ indicator }) => [indicator.slug, indicator])),
  );
  const rows = [...indicators.values()].map((indicator) => ({
    indicator,
    cells: sites.map(({ kind, latestFigures }) => {
      const figure = latestFigures.find((each) => each.indicator.slug === indicator.slug);
      const state: CellState = figure ? "value" : indicator.appliesTo.includes(kind) ? "unknown" : "notApplicable";
      return { state, figure };
    }),
  }));
  const rank = ({ indicator, cells }: FigureRow): number =>
    indicator.slug === INDICATOR_SLUGS.plannedArea ? -sites.length - 1 : -cells.filter(({ figure }) => figure).length;
  return rows.sort((one, other) => rank(one) - rank(other));
}

export interface ComparisonRows {
  facts: readonly FactName[];
  figures: readonly FigureRow[];
  gateways: readonly Gateway[];
  /** Facts that apply to some of the sites, but that none of them has. */
  emptyFacts: readonly FactName[];
}

/** The rows with a value for at least one of the sites, and those that are left out. */
export function rowsOf(sites: readonly ComparedSite[]): ComparisonRows {
  const someSiteHas = (state: CellState, fact: FactName) => sites.some((site) => factState(fact, site) === state);
  const facts = factNames.filter((fact) => someSiteHas("value", fact));
  return {
    facts,
    figures: figureRows(sites),
    gateways: gateways.filter((gateway) => sites.some((site) => gatewayState(gateway, site) === "value")),
    emptyFacts: factNames.filter((fact) => !facts.includes(fact) && someSiteHas("unknown", fact)),
  };
}
