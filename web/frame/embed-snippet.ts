import type { Language } from "../../server/contract/language.ts";
import { type Address, writeAddress } from "../address/address.ts";

/**
 * A frame that shows the map of an address, in the language that it is read in now; for a page on any origin. Table, groups, reach and
 * nearest sites are left out: the frame has only the map.
 */
export function embedSnippet(origin: string, address: Address, language: Language): string {
  const mapAlone: Partial<Address> = {
    view: "map",
    comparedSites: [],
    columns: [],
    sort: null,
    groups: null,
    coverage: null,
    nearestTo: null,
  };
  const path = writeAddress({ ...address, ...mapAlone, page: "explore", lang: language });
  const source = `${origin}/embed${path.slice(1)}`.replaceAll("&", "&amp;").replaceAll('"', "%22");
  return [
    `<iframe src="${source}"`,
    `  width="800" height="600" loading="lazy" style="border: 0"`,
    `  title="武汉服务贸易地图 Wuhan Service-Trade Atlas"></iframe>`,
  ].join("\n");
}
