import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";

/** What lies under the atlas's own layers, by the name that the address bar uses too. */
export const basemapKinds = ["embedded", "pmtiles", "tianditu", "tianditu-imagery", "openfreemap", "style"] as const;
export type BasemapKind = (typeof basemapKinds)[number];
export const datums = ["WGS-84", "CGCS2000", "GCJ-02"] as const;
export type Datum = (typeof datums)[number];

/** A basemap as the page is told of it. What stands in it is public: the key of Tianditu is one that browsers send. */
export interface Basemap {
  kind: BasemapKind;
  /** What its coordinates mean; overlays are converted where it is not WGS-84's frame. */
  datum: Datum;
  /** Whose map it is, as its owner wants to be named. */
  attribution?: string | undefined;
  /** Map approval number (审图号). */
  approval?: string | undefined;
  /** Who holds that approval or the survey licence. */
  holder?: string | undefined;
  /** Address of the tiles (pmtiles) or of the style (style). */
  url?: string | undefined;
  /** Key of Tianditu. */
  key?: string | undefined;
}

/** All basemaps on offer, the default first; the file that this server serves, and the hosts that the page may ask. */
export interface Basemaps {
  offered: readonly Basemap[];
  /** Absolute path of the PMTiles file served at TILES_ADDRESS. */
  file?: string | undefined;
  /** Origins for the content security policy. */
  hosts: readonly string[];
}

export const embeddedOnly: Basemaps = { offered: [{ kind: "embedded", datum: "WGS-84" }], hosts: [] };

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

/** A setting that cannot be used, by its name: readConfig makes CONFIG_INVALID of it. */
export class UnfitSetting extends Error {
  readonly setting: string;
  constructor(setting: string) {
    super(setting);
    this.setting = setting;
  }
}

// A comma separates only where a basemap's name follows, because addresses may hold commas.
const separator = new RegExp(`,(?=\\s*(?:${basemapKinds.join("|")})\\b)`);

/** Reads the basemap settings; throws UnfitSetting. */
export function readBasemaps(settings: BasemapSettings): Basemaps {
  const read = settings.BASEMAP.split(separator).map((text) => readBasemap(text.trim(), settings));
  const offered = read.map(({ basemap }) => basemap);
  if (new Set(offered.map(({ kind }) => kind)).size < offered.length) throw new UnfitSetting("BASEMAP");
  checkStatements(offered, settings);
  const hosts = [...read.flatMap(({ hosts }) => hosts), ...readOrigins(settings.BASEMAP_HOSTS, "BASEMAP_HOSTS")];
  return { offered, hosts: [...new Set(hosts)], file: read.find(({ file }) => file)?.file };
}

/** Origins in a comma list: scheme and host, nothing after it; throws UnfitSetting naming the setting. */
export function readOrigins(text: string | undefined, setting: string): string[] {
  const given = text?.split(",").map((part) => part.trim()) ?? [];
  return given.map((part) => {
    const url = URL.canParse(part) ? new URL(part) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.origin !== part.replace(/\/$/, "")) throw new UnfitSetting(setting);
    return url.origin;
  });
}

interface Read {
  basemap: Basemap;
  hosts: string[];
  file?: string;
}

const tianditu = Array.from({ length: 8 }, (_, index) => `https://t${index}.tianditu.gov.cn`);
const openFreeMap = "OpenFreeMap © OpenMapTiles © OpenStreetMap contributors";

function readBasemap(text: string, settings: BasemapSettings): Read {
  const [, kind, value] = /^([a-z-]+)(?::(.+))?$/.exec(text) ?? [];
  const { BASEMAP_DATUM, BASEMAP_ATTRIBUTION, BASEMAP_APPROVAL, BASEMAP_HOLDER, TIANDITU_KEY } = settings;
  const stated = { attribution: BASEMAP_ATTRIBUTION, approval: BASEMAP_APPROVAL, holder: BASEMAP_HOLDER };
  const datum = BASEMAP_DATUM ?? "WGS-84";
  if (kind === "embedded" && !value) return { basemap: { kind, datum: "WGS-84" }, hosts: [] };
  if (kind === "openfreemap" && !value) {
    return { basemap: { kind, datum: "WGS-84", attribution: openFreeMap }, hosts: ["https://tiles.openfreemap.org"] };
  }
  if ((kind === "tianditu" || kind === "tianditu-imagery") && !value) {
    if (!/^[0-9a-zA-Z]{8,64}$/.test(TIANDITU_KEY ?? "")) throw new UnfitSetting("TIANDITU_KEY");
    // A new number is given to it every year or so: the deployer reads it off the foot of Tianditu's own page.
    if (!BASEMAP_APPROVAL) throw new UnfitSetting("BASEMAP_APPROVAL");
    const named = { ...stated, attribution: BASEMAP_ATTRIBUTION ?? "天地图 Tianditu" };
    return { basemap: { kind, datum: "CGCS2000", ...named, key: TIANDITU_KEY }, hosts: tianditu };
  }
  if (kind === "style" && isWebAddress(value)) {
    return { basemap: { kind, datum, ...stated, url: value }, hosts: [new URL(value).origin] };
  }
  if (kind === "pmtiles" && value) {
    const named = { ...stated, attribution: BASEMAP_ATTRIBUTION ?? "Protomaps © OpenStreetMap contributors" };
    if (isWebAddress(value)) return { basemap: { kind, datum, ...named, url: value }, hosts: [new URL(value).origin] };
    if (isPmtiles(resolve(value)))
      return { basemap: { kind, datum, ...named, url: TILES_ADDRESS }, hosts: [], file: resolve(value) };
  }
  throw new UnfitSetting("BASEMAP");
}

const isWebAddress = (text: string | undefined): text is string => /^https?:\/\//.test(text ?? "") && URL.canParse(text ?? "");

/** The format's mark and version, and vector tiles within (https://github.com/protomaps/PMTiles, version 3). */
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

/** One approval number cannot speak for the maps of two owners, nor a datum for one whose datum is known. */
function checkStatements(offered: readonly Basemap[], settings: BasemapSettings): void {
  const names = ["BASEMAP_DATUM", "BASEMAP_APPROVAL", "BASEMAP_ATTRIBUTION", "BASEMAP_HOLDER"] as const;
  const given = names.find((name) => settings[name]);
  const owners = new Set(
    offered.map(({ kind }) => kind.replace("-imagery", "")).filter((kind) => kind !== "embedded" && kind !== "openfreemap"),
  );
  if (given && owners.size !== 1) throw new UnfitSetting(given);
  if (owners.has("tianditu") && settings.BASEMAP_DATUM && settings.BASEMAP_DATUM !== "CGCS2000") {
    throw new UnfitSetting("BASEMAP_DATUM");
  }
}
