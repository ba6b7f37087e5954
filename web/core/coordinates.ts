/** Longitude and latitude in degrees. */
export type LonLat = readonly [lon: number, lat: number];

const radians = Math.PI / 180;

// GCJ-02. The shift is a fixed function of the position on the Krasovsky 1940 ellipsoid; it was never officially published. The constants are
// those of the form known since 2010 (Wikipedia, 'Restrictions on geographic data in China'), which all libraries share.
const krasovsky = { a: 6_378_245, e2: 0.006_693_421_622_965_943 };

/** The box outside of which GCJ-02 is defined as WGS-84. */
export function isShifted([lon, lat]: LonLat): boolean {
  return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

/** WGS-84 to GCJ-02, the datum of Chinese street maps; outside China the same point. */
export function toGcj02(point: LonLat): [number, number] {
  const [lon, lat] = point;
  if (!isShifted(point)) return [lon, lat];
  const [x, y] = [lon - 105, lat - 35];
  const rootOfX = Math.sqrt(Math.abs(x));
  const ripples = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * rootOfX +
    ripples +
    sumOfSines(x, [20, 40, 150, 300], [1, 1 / 3, 1 / 12, 1 / 30]);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * rootOfX +
    ripples +
    sumOfSines(y, [20, 40, 160, 320], [1, 1 / 3, 1 / 12, 1 / 30]);
  const sin = Math.sin(lat * radians);
  const w2 = 1 - krasovsky.e2 * sin * sin;
  const meridianRadius = (krasovsky.a * (1 - krasovsky.e2)) / (w2 * Math.sqrt(w2));
  const parallelRadius = (krasovsky.a / Math.sqrt(w2)) * Math.cos(lat * radians);
  return [lon + east / (parallelRadius * radians), lat + north / (meridianRadius * radians)];
}

/** Two thirds of a sum of sines: heights in metres, frequencies in half turns per degree. */
function sumOfSines(degrees: number, amplitudes: readonly number[], frequencies: readonly number[]): number {
  return (
    amplitudes.reduce((sum, height, index) => sum + height * Math.sin(degrees * Math.PI * (frequencies[index] ?? 0)), 0) * (2 / 3)
  );
}

/** GCJ-02 to WGS-84. There is no closed form: the shift is taken off until it agrees to 1e-10 degrees (0.01 mm). */
export function fromGcj02(point: LonLat): [number, number] {
  if (!isShifted(point)) return [point[0], point[1]];
  let [lon, lat] = point;
  for (let iteration = 0; iteration < 20; iteration++) {
    const [shiftedLon, shiftedLat] = toGcj02([lon, lat]);
    const [errorLon, errorLat] = [shiftedLon - point[0], shiftedLat - point[1]];
    lon -= errorLon;
    lat -= errorLat;
    if (Math.abs(errorLon) < 1e-10 && Math.abs(errorLat) < 1e-10) break;
  }
  return [lon, lat];
}

// CGCS2000 / 3-degree Gauss-Krueger CM 114E (EPSG:4547). CGCS2000 and WGS-84 agree to centimetres, so no shift is applied between
// them, as in PROJ. Series of Krueger in the form of Karney, 'Transverse Mercator with an accuracy of a few nanometers' (2011),
// equations 9 to 12 and 35 to 36, to the fourth order of n: far below a millimetre in the zone.
const flattening = 1 / 298.257222101;
const centralMeridian = 114;
const falseEasting = 500_000;
const eccentricity = Math.sqrt(flattening * (2 - flattening));
const n = flattening / (2 - flattening);
const rectifyingRadius = (6_378_137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const forwardTerms = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
  (49_561 / 161_280) * n ** 4,
];
const inverseTerms = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4,
  (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
  (4397 / 161_280) * n ** 4,
];

/** Northing (the X of Chinese maps) and easting (their Y) in metres. */
type GridPosition = readonly [northing: number, easting: number];

/** Degrees to metres of EPSG:4547. */
export function toGrid([lon, lat]: LonLat): [number, number] {
  const sin = Math.sin(lat * radians);
  const tanConformalLat = Math.sinh(Math.atanh(sin) - eccentricity * Math.atanh(eccentricity * sin));
  const lonDifference = (lon - centralMeridian) * radians;
  const xi = Math.atan2(tanConformalLat, Math.cos(lonDifference));
  const eta = Math.asinh(Math.sin(lonDifference) / Math.hypot(tanConformalLat, Math.cos(lonDifference)));
  const [north, east] = kruegerSeries(forwardTerms, xi, eta);
  return [rectifyingRadius * (xi + north), falseEasting + rectifyingRadius * (eta + east)];
}

/** Metres of EPSG:4547 to degrees. */
export function fromGrid([northing, easting]: GridPosition): [number, number] {
  const [xi, eta] = [northing / rectifyingRadius, (easting - falseEasting) / rectifyingRadius];
  const [north, east] = kruegerSeries(inverseTerms, xi, eta);
  const [spherePlaneXi, spherePlaneEta] = [xi - north, eta - east];
  const isometricLat = Math.asinh(Math.sin(spherePlaneXi) / Math.hypot(Math.sinh(spherePlaneEta), Math.cos(spherePlaneXi)));
  // Each round is 150 times nearer, because e squared is 0.0067.
  let sin = Math.tanh(isometricLat);
  for (let iteration = 0; iteration < 8; iteration++)
    sin = Math.tanh(isometricLat + eccentricity * Math.atanh(eccentricity * sin));
  return [centralMeridian + Math.atan2(Math.sinh(spherePlaneEta), Math.cos(spherePlaneXi)) / radians, Math.asin(sin) / radians];
}

function kruegerSeries(terms: readonly number[], xi: number, eta: number): [number, number] {
  const harmonicSum = (harmonic: (multiple: number) => number) =>
    terms.reduce((total, term, index) => total + term * harmonic(2 * (index + 1)), 0);
  return [
    harmonicSum((multiple) => Math.sin(multiple * xi) * Math.cosh(multiple * eta)),
    harmonicSum((multiple) => Math.cos(multiple * xi) * Math.sinh(multiple * eta)),
  ];
}
