// The coordinate reference systems that interfaces other than GraphQL accept and return. PostGIS always puts x (longitude or easting)
// first; documents use the axis order that the register of the system defines.
export interface Crs {
  /** Its name in requests and responses. */
  uri: string;
  srid: number;
  /** Whether documents put latitude or northing first. */
  isNorthFirst: boolean;
  /** Decimals of a coordinate: about a centimetre. */
  decimals: number;
  /** Valid range of its coordinates: [min x, min y, max x, max y]. */
  extent: readonly [number, number, number, number];
}

const WORLD = [-180, -90, 180, 90] as const;
const MERCATOR = 20037508.342789244;
const epsg = (code: number): string => `http://www.opengis.net/def/crs/EPSG/0/${code}`;

/** Longitude and latitude in degrees, WGS-84: the system of GeoJSON, and the default. */
export const CRS84: Crs = {
  uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  ...{ srid: 4326, isNorthFirst: false, decimals: 7, extent: WORLD },
};

// CRS84 with heights: the default for a box of six numbers. It is only accepted in requests, because no feature has a height.
const CRS84H: Crs = { ...CRS84, uri: "http://www.opengis.net/def/crs/OGC/0/CRS84h" };

/** CRS84, WGS-84 as registered by EPSG, Web Mercator, CGCS2000, and its 3-degree Gauss-Krüger zone around 114° E. */
export const OUTPUT_CRSS: readonly Crs[] = [
  CRS84,
  { uri: epsg(4326), srid: 4326, isNorthFirst: true, decimals: 7, extent: WORLD },
  { uri: epsg(3857), srid: 3857, isNorthFirst: false, decimals: 2, extent: [-MERCATOR, -MERCATOR, MERCATOR, MERCATOR] },
  { uri: epsg(4490), srid: 4490, isNorthFirst: true, decimals: 7, extent: WORLD },
  // Much wider than the zone, but not so wide that it would extend around the globe.
  { uri: epsg(4547), srid: 4547, isNorthFirst: true, decimals: 2, extent: [-1_500_000, 0, 2_500_000, 7_000_000] },
];

/** Whether a system's coordinates are metres on a plane, not degrees. */
export const isPlane = (srid: number): boolean => srid !== CRS84.srid && srid !== 4490;

/** The systems that requests may use. */
export const INPUT_CRSS: readonly Crs[] = [...OUTPUT_CRSS, CRS84H];
