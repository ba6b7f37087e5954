import { type Address, type Language, writeAddress } from "../core/address.ts";

/** A frame that shows what an address shows, in the language that it is read in now; for a page on any origin. */
export function embedSnippet(origin: string, address: Address, language: Language): string {
  const path = writeAddress({ ...address, place: "explore", lang: language });
  const source = `${origin}/embed${path.slice(1)}`.replaceAll("&", "&amp;").replaceAll('"', "%22");
  return [
    `<iframe src="${source}"`,
    `  width="800" height="600" loading="lazy" style="border: 0"`,
    `  title="武汉服务贸易地图 Wuhan Service-Trade Atlas"></iframe>`,
  ].join("\n");
}
