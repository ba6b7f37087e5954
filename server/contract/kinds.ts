import { SiteKind as modelKinds, type SubjectKind, SiteStatus as siteStatuses } from "../generated/values.ts";
import type { BilingualText, Language } from "./language.ts";

/**
 * The kinds of site, in the order of the model: chips, legend and tables have the same. Figures are about sites of every kind, so a
 * kind that SubjectKind lacks does not compile here.
 */
export const siteKinds = modelKinds satisfies readonly (typeof SubjectKind)[number][];
export type SiteKind = (typeof siteKinds)[number];
export { siteStatuses };

interface KindOfSite {
  /** Its GraphQL type, and its model in schema.prisma. */
  type: string;
  /** The field with their number in the groups of a tile. */
  tileField: string;
  /** Its name in plural and singular. */
  plural: BilingualText;
  singular: BilingualText;
}

/** The properties of each kind, shared by page and server. A kind of the model that is missing here does not compile. */
export const kinds = {
  SERVICE_TRADE_PARK: {
    type: "ServiceTradePark",
    tileField: "parks",
    plural: { zh: "服务贸易园区", en: "Service-trade parks" },
    singular: { zh: "服务贸易园区", en: "Service-trade park" },
  },
  EXPORT_BASE: {
    type: "ExportBase",
    tileField: "bases",
    plural: { zh: "特色服务出口基地", en: "Export bases" },
    singular: { zh: "国家特色服务出口基地", en: "National export base" },
  },
  BONDED_ZONE: {
    type: "BondedZone",
    tileField: "zones",
    plural: { zh: "综合保税区", en: "Bonded zones" },
    singular: { zh: "综合保税区", en: "Comprehensive bonded zone" },
  },
  LOGISTICS_HUB: {
    type: "LogisticsHub",
    tileField: "hubs",
    plural: { zh: "物流枢纽", en: "Logistics hubs" },
    singular: { zh: "物流枢纽", en: "Logistics hub" },
  },
} as const satisfies Record<SiteKind, KindOfSite>;

/** One value for each kind, in their order. */
export const byKind = <Value>(makeValue: (kind: SiteKind) => Value): Record<SiteKind, Value> =>
  Object.fromEntries(siteKinds.map((kind) => [kind, makeValue(kind)])) as Record<SiteKind, Value>;

/** The names of all kinds in one language. */
export const kindNames = (language: Language, number: "plural" | "singular"): Record<SiteKind, string> =>
  byKind((kind) => kinds[kind][number][language]);
