import geodesic from "geographiclib-geodesic";

/** Distance in km between two positions [longitude, latitude] on the WGS-84 ellipsoid, by Karney's method. */
export const kmBetween = ([lon1 = 0, lat1 = 0]: readonly number[], [lon2 = 0, lat2 = 0]: readonly number[]): number =>
  (geodesic.Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12 ?? Number.NaN) / 1000;
