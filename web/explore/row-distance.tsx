import { useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { useOverlays } from "../map/overlays.ts";
import type { ListedSite } from "./result.ts";
import { rowDistances } from "./row-distances.ts";

/** How far a listed site is from what the filter measures from, as in the table. */
export function RowDistance({ site }: { site: ListedSite }) {
  const language = useLanguage();
  const { filter } = useAddress();
  const { neighbours } = useOverlays();
  return rowDistances(site, filter, neighbours, language).map((text) => <span key={text}>{text}</span>);
}
