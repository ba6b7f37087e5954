import { type Filter, readFilter, readNumber, writeFilter } from "./filter.ts";
import type { Theme } from "./kinds.ts";

export const places = ["explore", "districts", "plan", "data"] as const;
export type Place = (typeof places)[number];

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** Where the map looks: centre in degrees (WGS-84) and zoom level, as in the `map` parameter. */
export interface Camera {
  zoom: number;
  lat: number;
  lon: number;
}

/** All that is seen, as the address bar holds it: a link opened elsewhere shows the same. */
export interface Address {
  place: Place;
  filter: Filter;
  /** Slug of the site whose drawer is open. */
  site: string | null;
  /** Code of the district whose card is open; a site's drawer goes before it. */
  district: string | null;
  camera: Camera | null;
  /** Only when chosen; otherwise the one remembered or the browser's language holds. */
  lang: Language | null;
  /** Only when chosen; otherwise the one remembered or the system's scheme holds. */
  theme: Theme | null;
}

/** Reads an address strictly: what is not understood is ignored, never guessed at. */
export function readAddress(url: Pick<URL, "pathname" | "search">): Address {
  const query = new URLSearchParams(url.search);
  const name = url.pathname.replace(/^\/|\/$/g, "");
  const site = query.get("site");
  const district = query.get("district");
  return {
    place: places.find((place) => place === name) ?? "explore",
    filter: readFilter(query),
    site: site && /^[a-z0-9][a-z0-9_-]{0,79}$/.test(site) ? site : null,
    district: district && /^42\d{4}$/.test(district) ? district : null,
    camera: readCamera(query.get("map")),
    lang: languages.find((language) => language === query.get("lang")) ?? null,
    theme: (["light", "dark"] as const).find((theme) => theme === query.get("theme")) ?? null,
  };
}

/** The shortest address that reads back as the same; commas and slashes stay readable. */
export function writeAddress(address: Address): string {
  const { camera } = address;
  const pairs: [string, string | null][] = [
    ...writeFilter(address.filter),
    ["site", address.site],
    ["district", address.district],
    ["map", camera && [camera.zoom, camera.lat, camera.lon].join("/")],
    ["lang", address.lang],
    ["theme", address.theme],
  ];
  const query = pairs
    .filter((pair): pair is [string, string] => Boolean(pair[1]))
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/")}`)
    .join("&");
  const path = address.place === "explore" ? "/" : `/${address.place}`;
  return query ? `${path}?${query}` : path;
}

function readCamera(text: string | null): Camera | null {
  const parts = text?.split("/") ?? [];
  if (parts.length !== 3) return null;
  const [zoom, lat, lon] = [readNumber(parts[0], 0, 22), readNumber(parts[1], -85, 85), readNumber(parts[2], -180, 180)];
  return zoom === null || lat === null || lon === null ? null : { zoom, lat, lon };
}

/** As exact as the eye needs (about 10 m), so that a camera read back and written again does not change. */
export function roundCamera({ zoom, lat, lon }: Camera): Camera {
  return { zoom: round(zoom, 2), lat: round(lat, 4), lon: round(lon, 4) };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
