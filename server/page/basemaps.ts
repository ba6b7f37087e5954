import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { type Basemap, type BasemapKind, basemapKinds, type Datum } from "../contract/basemaps.ts";

/** The available basemaps, the default first; the file that this server serves, and the hosts that the page may request. */
export interface Basemaps {
  available: readonly Basemap[];
  /** Absolute path of the PMTiles file served at TILES_ADDRESS. */
  file?: string | undefined;
  /** Origins for the content security policy. */
  hosts: readonly string[];
}

export const EMBEDDED_ONLY: Basemaps = { available: [{ kind: "embedded", datum: "WGS-84" }], hosts: [] };

/** Where a self-hosted PMTiles file is served. */
export const TILES_ADDRESS = "/basemap/tiles.pmtiles";

interface BasemapSettings {
  BASEMAP: string;
  BASEMAP_DATUM?: Datum | undefined;
  BASEMAP_ATTRIBUTION?: string | undefined;
  BASEMAP_APPROVAL?: string | undefined;
  BASEMAP_HOLDER?: string | undefined;
  BASEMAP_HOSTS?: string | undefined;
  TIANDITU_KEY?: string | undefined;
}

type PageSetting = keyof BasemapSettings | "EMBED_ORIGINS";

/** An invalid setting by name: readConfig turns it into CONFIG_INVALID. */
export class InvalidBasemapSetting extends Error {
  readonly setting: PageSetting;
  constructor(setting: PageSetting) {
    super(setting);
    this.setting = setting;
  }
}

// A comma is a separator only before the name of a basemap, because addresses may contain commas.
const separator = new RegExp(`,(?=\\s*(?:${basemapKinds.join("|")})\\b)`);

/** Reads the basemap settings; throws InvalidBasemapSetting. */
export function readBasemaps(settings: BasemapSettings): Basemaps {
  const basemapEntries = settings.BASEMAP.split(separator).map((text) => readBasemap(text.trim(), settings));
  const available = basemapEntries.map(({ basemap }) => basemap);
  if (new Set(available.map(({ kind }) => kind)).size < available.length) throw new InvalidBasemapSetting("BASEMAP");
  checkStatements(available, settings);
  const hosts = [...basemapEntries.flatMap(({ hosts }) => hosts), ...readOrigins(settings.BASEMAP_HOSTS, "BASEMAP_HOSTS")];
  return { available, hosts: [...new Set(hosts)], file: basemapEntries.find(({ file }) => file)?.file };
}

/** Origins in a comma list: scheme and host, nothing after it; throws InvalidBasemapSetting naming the setting. */
export function readOrigins(text: string | undefined, setting: PageSetting): string[] {
  const entries = text?.split(",").map((part) => part.trim()) ?? [];
  return entries.map((part) => {
    const url = URL.canParse(part) ? new URL(part) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.origin !== part.replace(/\/$/, ""))
      throw new InvalidBasemapSetting(setting);
    return url.origin;
  });
}

interface BasemapReading {
  basemap: Basemap;
  hosts: string[];
  file?: string;
}

const tianditu = Array.from({ length: 8 }, (_, index) => `https://t${index}.tianditu.gov.cn`);
const openFreeMap = "OpenFreeMap © OpenMapTiles © OpenStreetMap contributors";

function readBasemap(text: string, settings: BasemapSettings): BasemapReading {
  const [, kind = "", value] = /^([a-z-]+)(?::(.+))?$/.exec(text) ?? [];
  const basemap = isKind(kind) ? readers[kind](value, settings) : null;
  if (!basemap) throw new InvalidBasemapSetting("BASEMAP");
  return basemap;
}

const isKind = (text: string): text is BasemapKind => (basemapKinds as string[]).includes(text);

/** Reads the value after the name of a basemap; null if it is invalid. Throws InvalidBasemapSetting. */
type Reader = (value: string | undefined, settings: BasemapSettings) => BasemapReading | null;

const attributionOf = ({ BASEMAP_ATTRIBUTION, BASEMAP_APPROVAL, BASEMAP_HOLDER }: BasemapSettings, attribution?: string) => ({
  attribution: BASEMAP_ATTRIBUTION ?? attribution,
  approval: BASEMAP_APPROVAL,
  holder: BASEMAP_HOLDER,
});
const datumOf = ({ BASEMAP_DATUM }: BasemapSettings): Datum => BASEMAP_DATUM ?? "WGS-84";

const readTianditu =
  (kind: BasemapKind): Reader =>
  (value, settings) => {
    const { TIANDITU_KEY: key, BASEMAP_APPROVAL } = settings;
    if (value) return null;
    if (!/^[0-9a-zA-Z]{8,64}$/.test(key ?? "")) throw new InvalidBasemapSetting("TIANDITU_KEY");
    // The number changes about once a year. The operator takes it from the footer of Tianditu's website.
    if (!BASEMAP_APPROVAL) throw new InvalidBasemapSetting("BASEMAP_APPROVAL");
    return { basemap: { kind, datum: "CGCS2000", ...attributionOf(settings, "天地图 Tianditu"), key }, hosts: tianditu };
  };

const readers: Record<BasemapKind, Reader> = {
  embedded: (value) => (value ? null : { basemap: { kind: "embedded", datum: "WGS-84" }, hosts: [] }),
  pmtiles: (value, settings) => {
    if (!value) return null;
    const basemap = {
      ...{ kind: "pmtiles" as const, datum: datumOf(settings) },
      ...attributionOf(settings, "Protomaps © OpenStreetMap contributors"),
    };
    if (isWebAddress(value)) return { basemap: { ...basemap, url: value }, hosts: [new URL(value).origin] };
    const file = resolve(value);
    return isPmtiles(file) ? { basemap: { ...basemap, url: TILES_ADDRESS }, hosts: [], file } : null;
  },
  tianditu: readTianditu("tianditu"),
  "tianditu-imagery": readTianditu("tianditu-imagery"),
  openfreemap: (value) =>
    value
      ? null
      : {
          basemap: { kind: "openfreemap", datum: "WGS-84", attribution: openFreeMap },
          hosts: ["https://tiles.openfreemap.org"],
        },
  style: (value, settings) =>
    isWebAddress(value)
      ? {
          basemap: { kind: "style", datum: datumOf(settings), ...attributionOf(settings), url: value },
          hosts: [new URL(value).origin],
        }
      : null,
};

const isWebAddress = (text: string | undefined): text is string => /^https?:\/\//.test(text ?? "") && URL.canParse(text ?? "");

/** Checks the magic number, the version and the tile type (vector tiles) of a file (https://github.com/protomaps/PMTiles, version 3). */
function isPmtiles(path: string): boolean {
  if (!existsSync(path)) return false;
  const head = Buffer.alloc(127);
  const file = openSync(path, "r");
  try {
    const isWhole = readSync(file, head, 0, head.length, 0) === head.length;
    return isWhole && head.toString("latin1", 0, 7) === "PMTiles" && head[7] === 3 && head[99] === 1;
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

/** An approval number cannot apply to the maps of two owners, and a datum cannot be set for a map with a fixed datum. */
function checkStatements(available: readonly Basemap[], settings: BasemapSettings): void {
  const names = ["BASEMAP_DATUM", "BASEMAP_APPROVAL", "BASEMAP_ATTRIBUTION", "BASEMAP_HOLDER"] as const;
  const givenSetting = names.find((name) => settings[name]);
  const owners = new Set(
    available.map(({ kind }) => kind.replace("-imagery", "")).filter((kind) => kind !== "embedded" && kind !== "openfreemap"),
  );
  if (givenSetting && owners.size !== 1) throw new InvalidBasemapSetting(givenSetting);
  if (owners.has("tianditu") && settings.BASEMAP_DATUM && settings.BASEMAP_DATUM !== "CGCS2000") {
    throw new InvalidBasemapSetting("BASEMAP_DATUM");
  }
}
