import type { Dataset } from "./dataset.ts";
import { searchText } from "./names.ts";
import { links, point, type Transaction, upsert } from "./upsert.ts";

/** Stores sources, vocabularies, districts and functional areas. */
export async function publishPlaces(tx: Transaction, data: Dataset): Promise<void> {
  const shapes = new Map(data.shapes.map(({ properties, geometry }) => [properties.code, geometry]));
  await upsert(tx, "Source", ["id"], data.sources);
  await upsert(tx, "Unit", ["id"], data.units);
  await upsert(tx, "Region", ["code"], data.regions);
  await upsert(tx, "ServiceSector", ["code"], data.sectors);
  await upsert(
    tx,
    "Industry",
    ["id"],
    data.industries.map(({ sector, ...rest }) => ({ ...rest, sector_code: sector })),
  );
  await upsert(
    tx,
    "Indicator",
    ["id"],
    data.indicators.map(({ unit, ...rest }) => ({ ...rest, unit_id: unit })),
  );
  const districts = data.districts.map(({ label_lon, label_lat, seat_lon, seat_lat, ...rest }) => {
    const shape = shapes.get(rest.code);
    const boundary = shape?.type === "Polygon" ? { type: "MultiPolygon", coordinates: [shape.coordinates] } : shape;
    const search_text = searchText([rest.name_zh, rest.name_en]);
    return { ...rest, search_text, boundary, label: point(label_lon, label_lat), seat: point(seat_lon, seat_lat) };
  });
  await upsert(tx, "District", ["code"], districts);
  const areas = data.functionalAreas.map(({ districts: _d, sources: _s, label_lon, label_lat, ...rest }) => ({
    ...rest,
    search_text: searchText([rest.name_zh, rest.name_en]),
    label: point(label_lon, label_lat),
  }));
  await upsert(tx, "FunctionalArea", ["id"], areas);
  const areaDistricts = links(
    data.functionalAreas,
    (area) => area.id,
    (area) => area.districts,
  );
  await upsert(
    tx,
    "FunctionalAreaDistrict",
    ["area_id", "district_code"],
    areaDistricts.map(({ key, entry }) => ({ area_id: key, district_code: entry })),
  );
  const areaSources = links(
    data.functionalAreas,
    (area) => area.id,
    (area) => area.sources,
  );
  await upsert(
    tx,
    "FunctionalAreaSource",
    ["area_id", "source_id"],
    areaSources.map(({ key, entry }) => ({ area_id: key, source_id: entry })),
  );
}
