import type { TFunction } from "i18next";
import { filterLists } from "../../server/contract/filter-lists.ts";
import type { NearKind } from "../../server/contract/filter-parts.ts";
import { siteKinds } from "../../server/contract/kinds.ts";

/** What a site may be near to: another site of a kind, or a hub of a level. */
export type Neighbour = Omit<NearKind, "withinKm" | "where">;

/** Each kind, and after hubs each of their levels. */
export const neighbours: readonly Neighbour[] = siteKinds.flatMap((kind) => [
  { kind, level: null },
  ...(kind === "LOGISTICS_HUB" ? filterLists.hubLevels.values.map((level) => ({ kind, level })) : []),
]);

export const neighbourName = ({ kind, level }: Neighbour, t: TFunction): string =>
  level === null ? t(`kindSingular.${kind}`) : t(`hubLevel.${level}`);
