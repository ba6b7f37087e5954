// The collections of the OGC API: the rows, titles and columns of each. The other files of this folder are derived from this table.
import { boundaryNote } from "../contract/boundary-note.ts";
import { EXPECTED_COUNTS, INDICATOR_SLUGS } from "../contract/city.ts";
import { kindNames } from "../contract/kinds.ts";
import type { Language } from "../contract/language.ts";
import type { Properties } from "../cql2/properties.ts";
import { type Sql, sql } from "../database/sql.ts";
import type { FigureSubject } from "../indicators/figure-columns.ts";
import { siteProperties } from "../sites/properties.ts";
import { districtProperties, functionalAreaProperties } from "./area-properties.ts";

export interface Collection {
  id: string;
  title: Record<Language, string>;
  description: Record<Language, string>;
  properties: Properties;
  /** What figures in columns are about; and the columns where none are requested. */
  subject: FigureSubject;
  columns?: readonly string[];
  geometryType: "point" | "multipolygon";
  /** The table; its rows have the alias `row0`. */
  from: Sql;
  /** Id of a feature: unique, indexed text. */
  key: Sql;
  /** Geometry of a row (EPSG:4326). */
  geometry: (row: Sql) => Sql;
  /** Whether the parameters of the site filter also apply. */
  hasSiteFilter: boolean;
  /** The vector tile layer with the same rows. */
  tiles?: string;
}

const kindList = (language: Language): string =>
  Object.values(kindNames(language, "plural")).join(language === "zh" ? "、" : ", ");

export const collections: readonly Collection[] = [
  {
    id: "sites",
    title: { zh: "服务贸易地点", en: "Service-trade sites" },
    description: {
      zh: `${kindList("zh")}。位置未公布的地点没有几何对象；点位误差见 accuracyM。`,
      en: `${kindList("en")}. Sites without a published location have no geometry; accuracyM is the accuracy of a point.`,
    },
    properties: siteProperties,
    subject: "SITE",
    geometryType: "point",
    from: sql`site row0`,
    key: sql`row0.slug`,
    geometry: (row) => sql`${row}.point`,
    hasSiteFilter: true,
    tiles: "sites",
  },
  {
    id: "districts",
    title: { zh: "行政区", en: "Districts" },
    description: {
      zh: `武汉市 ${EXPECTED_COUNTS.districts} 个行政区的边界，误差约 80 米。${boundaryNote.zh}`,
      en: `Boundaries of the ${EXPECTED_COUNTS.districts} districts of Wuhan, accurate to about 80 m. ${boundaryNote.en}`,
    },
    properties: districtProperties,
    subject: "DISTRICT",
    columns: [INDICATOR_SLUGS.gdp, INDICATOR_SLUGS.populationPermanent],
    geometryType: "multipolygon",
    from: sql`district row0`,
    key: sql`row0.code`,
    geometry: (row) => sql`${row}.boundary`,
    hasSiteFilter: false,
    tiles: "districts",
  },
  {
    id: "functional-areas",
    title: { zh: "功能区", en: "Functional areas" },
    description: {
      zh: "开发区等功能区，以名称所在点表示；与行政区交叠。",
      en: "Development zones and other functional areas, each represented by the point of its label. They overlap districts.",
    },
    properties: functionalAreaProperties,
    subject: "FUNCTIONAL_AREA",
    geometryType: "point",
    from: sql`functional_area row0`,
    key: sql`row0.id`,
    geometry: (row) => sql`${row}.label`,
    hasSiteFilter: false,
  },
];
