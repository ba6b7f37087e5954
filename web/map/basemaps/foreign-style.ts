import type { SourceSpecification, SpriteSpecification, StyleSpecification } from "maplibre-gl";
import { type Ground, withPrefixedIds } from "./ground.ts";

/**
 * Any MapLibre style as a ground. Its glyphs are left out: all labels, the atlas's among them, are then drawn from the viewer's fonts,
 * and no font host is requested faces that it does not have.
 */
export async function styleGround(address: string, signal: AbortSignal): Promise<Ground> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return groundOf((await answer.json()) as StyleSpecification, address);
}

/** Sources, layers and sprite of a style; addresses in it that are relative are meant from the style's own. */
export function groundOf(style: StyleSpecification, address: string): Ground {
  const whole = (text: string) => wholeAddress(text, address);
  const sources = Object.entries(style.sources).map(([id, source]) => [id, wholeSource(source, whole)] as const);
  const ground = withPrefixedIds({ sources: Object.fromEntries(sources), layers: style.layers });
  return style.sprite ? { ...ground, sprite: wholeSprite(style.sprite, whole) } : ground;
}

type ResolveUrl = (text: string) => string;

function wholeSource(source: SourceSpecification, whole: ResolveUrl): SourceSpecification {
  const made = { ...source } as Record<string, unknown>;
  if (typeof made.url === "string") made.url = whole(made.url);
  if (Array.isArray(made.tiles)) made.tiles = made.tiles.map(whole);
  if (typeof made.data === "string") made.data = whole(made.data);
  return made as unknown as SourceSpecification;
}

function wholeSprite(sprite: SpriteSpecification, whole: ResolveUrl): SpriteSpecification {
  return typeof sprite === "string" ? whole(sprite) : sprite.map(({ id, url }) => ({ id, url: whole(url) }));
}

function wholeAddress(text: string, from: string): string {
  // The braces of {z}, {x} and {y} are no part of an address and would come back escaped.
  return new URL(text, new URL(from, window.location.href)).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
}
