// GeoJSON (RFC 7946). The foreign member `atlas`, before the features, describes the file.
import { type Download, descriptionOf } from "./download.ts";
import { type SiteRow, sitePages } from "./pages.ts";

/** The sites as a FeatureCollection; those without a published location have the geometry null. */
export async function* writeGeojson(download: Download): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","name":"sites","atlas":${JSON.stringify(descriptionOf(download))},"features":[`;
  let separator = "\n";
  for await (const page of sitePages(download)) {
    yield separator + page.map((site) => JSON.stringify(feature(site))).join(",\n");
    separator = ",\n";
  }
  yield "\n]}\n";
}

function feature({ id: _id, sortKey: _sortKey, ...site }: SiteRow) {
  const coordinates = position(site);
  const geometry = coordinates && { type: "Point", coordinates };
  return { type: "Feature", id: site.slug, geometry, properties: site };
}

// Seven decimals are a centimetre.
const roundDegrees = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** Longitude and latitude (WGS-84); null for a site without a point. */
function position({ longitude, latitude }: Pick<SiteRow, "longitude" | "latitude">): number[] | null {
  return typeof longitude === "number" && typeof latitude === "number" ? [roundDegrees(longitude), roundDegrees(latitude)] : null;
}
