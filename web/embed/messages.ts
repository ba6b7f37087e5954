import { type Address, readAddress } from "../address/address.ts";
import type { Camera } from "../address/parameters.ts";
import type { SiteKind } from "../core/graphql.ts";

/** Messages from the framed map to the page around it. Addresses are absolute links to the atlas's own pages. */
type EmbedMessage =
  | { type: "atlas:site"; slug: string; nameZh: string; nameEn: string; kind: SiteKind; url: string }
  | { type: "atlas:district"; code: string; nameZh: string; nameEn: string; url: string }
  | ({ type: "atlas:camera" } & Camera);

/** Nothing in a message is secret, so any page that may frame the map may receive it. */
export function postToParent(message: EmbedMessage): void {
  if (window.parent !== window) window.parent.postMessage(message, "*");
}

/** Longer than any address that the atlas writes. */
const maxAddressLength = 20_000;

/** A request of the page around: `{ type: "atlas:show", address: "?…" }`, read like an address bar; null for anything else. */
function readShow(data: unknown): Address | null {
  if (typeof data !== "object" || data === null) return null;
  const { type, address } = data as { type?: unknown; address?: unknown };
  if (type !== "atlas:show" || typeof address !== "string") return null;
  if (!address.startsWith("?") || address.length > maxAddressLength) return null;
  return readAddress({ pathname: "/", search: address });
}

/** Calls back with every such request of the parent window, and of no other; returns the function that stops listening. */
export function onEmbedMessage(onShow: (address: Address) => void): () => void {
  const onMessage = ({ source, data }: MessageEvent) => {
    const address = source === window.parent && window.parent !== window ? readShow(data) : null;
    if (address) onShow(address);
  };
  window.addEventListener("message", onMessage);
  return () => window.removeEventListener("message", onMessage);
}
