import type { SourceSpecification, SpriteSpecification, StyleSpecification } from "maplibre-gl";
import { type BasemapStyle, withPrefixedIds } from "./basemap-style.ts";

/**
 * Any MapLibre style as a ground. Its glyphs are left out: all labels, the atlas's among them, are then drawn from the viewer's fonts,
 * and no font host is requested faces that it does not have.
 */
export async function loadStyle(address: string, signal: AbortSignal): Promise<BasemapStyle> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return basemapStyleOf((await answer.json()) as StyleSpecification, address);
}

/** Sources, layers and sprite of a style; relative addresses in it are resolved against the style's own. */
export function basemapStyleOf(style: StyleSpecification, address: string): BasemapStyle {
  const resolve = (text: string) => wholeAddress(text, address);
  const sources = Object.entries(style.sources).map(([id, source]) => [id, wholeSource(source, resolve)] as const);
  const ground = withPrefixedIds({ sources: Object.fromEntries(sources), layers: style.layers });
  return style.sprite ? { ...ground, sprite: wholeSprite(style.sprite, resolve) } : ground;
}

type ResolveUrl = (text: string) => string;

function wholeSource(source: SourceSpecification, whole: ResolveUrl): SourceSpecification {
  const resolved = { ...source } as Record<string, unknown>;
  if (typeof resolved.url === "string") resolved.url = whole(resolved.url);
  if (Array.isArray(resolved.tiles)) resolved.tiles = resolved.tiles.map(whole);
  if (typeof resolved.data === "string") resolved.data = whole(resolved.data);
  return resolved as unknown as SourceSpecification;
}

function wholeSprite(sprite: SpriteSpecification, whole: ResolveUrl): SpriteSpecification {
  return typeof sprite === "string" ? whole(sprite) : sprite.map(({ id, url }) => ({ id, url: whole(url) }));
}

function wholeAddress(text: string, from: string): string {
  // The braces of {z}, {x} and {y} are no part of an address and would come back escaped.
  return new URL(text, new URL(from, window.location.href)).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
}
