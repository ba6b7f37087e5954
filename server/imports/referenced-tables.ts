import type { Dataset } from "./dataset.ts";
import { type FileTable, linkTable } from "./file-table.ts";
import { geojsonPoint } from "./upsert.ts";

/** What sites, figures and targets refer to: sources, vocabularies, districts and functional areas. */
export function referencedTables(data: Dataset): FileTable[] {
  const industries = data.industries.map(({ sector, ...rest }) => ({ ...rest, sector_code: sector }));
  const indicators = data.indicators.map(({ unit, ...rest }) => ({ ...rest, unit_id: unit }));
  const owner = { model: "FunctionalArea", column: "area_id" } as const;
  return [
    { model: "Source", key: ["id"], rows: data.sources, keepsMissingRows: true },
    { model: "Unit", key: ["id"], rows: data.units, keepsMissingRows: true },
    { model: "Region", key: ["code"], rows: data.regions, keepsMissingRows: true },
    { model: "ServiceSector", key: ["code"], rows: data.sectors, keepsMissingRows: true },
    { model: "Industry", key: ["id"], rows: industries, keepsMissingRows: true },
    { model: "Indicator", key: ["id"], rows: indicators, keepsMissingRows: true },
    { model: "District", key: ["code"], rows: districtRows(data), keepsMissingRows: true },
    { model: "FunctionalArea", key: ["id"], rows: areaRows(data), keepsMissingRows: true },
    linkTable(
      { model: "FunctionalAreaDistrict", columns: ["area_id", "district_code"], owner },
      data.functionalAreas,
      (area) => area.id,
      (area) => area.districts,
    ),
    linkTable(
      { model: "FunctionalAreaSource", columns: ["area_id", "source_id"], owner },
      data.functionalAreas,
      (area) => area.id,
      (area) => area.sources,
    ),
  ];
}

function districtRows({ districts, shapes }: Dataset) {
  const byCode = new Map(shapes.map(({ properties, geometry }) => [properties.code, geometry]));
  return districts.map(({ label_lon, label_lat, seat_lon, seat_lat, ...rest }) => {
    const shape = byCode.get(rest.code);
    const boundary = shape?.type === "Polygon" ? { type: "MultiPolygon", coordinates: [shape.coordinates] } : shape;
    return { ...rest, boundary, label: geojsonPoint(label_lon, label_lat), seat: geojsonPoint(seat_lon, seat_lat) };
  });
}

const areaRows = ({ functionalAreas }: Dataset) =>
  functionalAreas.map(({ districts: _districts, sources: _sources, coextensive_district, label_lon, label_lat, ...rest }) => ({
    ...rest,
    coextensive_district_code: coextensive_district,
    label: geojsonPoint(label_lon, label_lat),
  }));
