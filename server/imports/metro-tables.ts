import type { Dataset } from "./dataset.ts";
import { type FileTable, linkTable } from "./file-table.ts";

/** The metro's lines and stations. */
export function metroTables({ metroLines, metroStations: { source, features } }: Dataset): FileTable[] {
  const stations = features.map(({ properties, geometry }) => ({ ...properties, point: geometry }));
  return [
    {
      ...{ model: "MetroLine", key: ["id"], partTable: { model: "MetroStationLine", column: "line_id" } },
      rows: metroLines.map(({ properties: { id, nameZh, nameEn } }) => ({ id, name_zh: nameZh, name_en: nameEn })),
    },
    {
      ...{ model: "MetroStation", key: ["id"], partTable: { model: "MetroStationLine", column: "station_id" } },
      rows: stations.map(({ id, nameZh, nameEn, nameEnAdded, point }) => ({
        ...{ id, name_zh: nameZh, name_en: nameEn, name_en_added: nameEnAdded, point, source_id: source },
      })),
    },
    linkTable(
      { model: "MetroStationLine", columns: ["station_id", "line_id"] },
      stations,
      ({ id }) => id,
      ({ lines }) => lines,
    ),
  ];
}
