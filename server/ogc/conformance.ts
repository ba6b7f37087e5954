// The conformance classes of this API. test/api/ogc.test.ts tests each of them.
const features = (part: number, name: string): string => `http://www.opengis.net/spec/ogcapi-features-${part}/1.0/conf/${name}`;
const cql2 = (name: string): string => `http://www.opengis.net/spec/cql2/1.0/conf/${name}`;

export const conformsTo: readonly string[] = [
  ...["core", "geojson", "html", "oas30"].map((name) => features(1, name)),
  features(2, "crs"),
  ...["queryables", "queryables-query-parameters", "filter", "features-filter"].map((name) => features(3, name)),
  ...["cql2-text", "basic-cql2", "advanced-comparison-operators", "case-insensitive-comparison", "property-property"].map(cql2),
  cql2("basic-spatial-functions"),
  // The name of that class in the draft, which QGIS looks for.
  cql2("basic-spatial-operators"),
];
