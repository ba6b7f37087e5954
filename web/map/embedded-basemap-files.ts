import landmarks from "../../prisma/data/landmarks.geojson?url";
import metroLines from "../../prisma/data/metro-lines.geojson?url";
import metroStations from "../../prisma/data/metro-stations.geojson?url";
import rivers from "../../prisma/data/rivers.geojson?url";

/** Addresses of the files that the embedded basemap is drawn from; the map's worker loads them. */
export const embeddedBasemapFiles = { rivers, landmarks, "metro-lines": metroLines, "metro-stations": metroStations };
