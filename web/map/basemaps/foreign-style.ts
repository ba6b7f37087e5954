import type { SourceSpecification, SpriteSpecification, StyleSpecification } from "maplibre-gl";
import { type BasemapStyle, withPrefixedIds } from "./basemap-style.ts";

/**
 * Any MapLibre style as a basemap. Its glyphs are left out: all labels, the atlas's among them, are then drawn from the viewer's fonts,
 * and no font host is requested faces that it does not have.
 */
export async function loadStyle(address: string, signal: AbortSignal): Promise<BasemapStyle> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return basemapStyleOf((await answer.json()) as StyleSpecification, address);
}

/** Sources, layers and sprite of a style; relative addresses in it are resolved against the style's own. */
export function basemapStyleOf(style: StyleSpecification, address: string): BasemapStyle {
  const resolve = (text: string) => absoluteUrl(text, address);
  const sources = Object.entries(style.sources).map(([id, source]) => [id, sourceWithAbsoluteUrls(source, resolve)] as const);
  const prefixed = withPrefixedIds({ sources: Object.fromEntries(sources), layers: style.layers });
  return style.sprite ? { ...prefixed, sprite: spriteWithAbsoluteUrls(style.sprite, resolve) } : prefixed;
}

type ResolveUrl = (text: string) => string;

function sourceWithAbsoluteUrls(source: SourceSpecification, resolve: ResolveUrl): SourceSpecification {
  const resolved = { ...source } as Record<string, unknown>;
  if (typeof resolved.url === "string") resolved.url = resolve(resolved.url);
  if (Array.isArray(resolved.tiles)) resolved.tiles = resolved.tiles.map(resolve);
  if (typeof resolved.data === "string") resolved.data = resolve(resolved.data);
  return resolved as unknown as SourceSpecification;
}

function spriteWithAbsoluteUrls(sprite: SpriteSpecification, resolve: ResolveUrl): SpriteSpecification {
  return typeof sprite === "string" ? resolve(sprite) : sprite.map(({ id, url }) => ({ id, url: resolve(url) }));
}

function absoluteUrl(text: string, base: string): string {
  // The braces of {z}, {x} and {y} are no part of an address and would come back escaped.
  return new URL(text, new URL(base, window.location.href)).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
}
