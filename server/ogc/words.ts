// The texts of the OGC API, in both languages.
import { boundaryNote } from "../contract/boundary-note.ts";
import type { BilingualText } from "../contract/language.ts";

export const words = {
  title: { zh: "武汉服务贸易地图：OGC API", en: "Wuhan Service-Trade Atlas: OGC API" },
  description: {
    zh: `武汉服务贸易地点数据，按 OGC API - Features 标准提供，供 QGIS、GDAL 等 GIS 软件读取。坐标为 WGS-84。${boundaryNote.zh}`,
    en: `The sites of Wuhan's trade in services as OGC API - Features, for QGIS, GDAL and other GIS software. Coordinates are WGS-84. ${boundaryNote.en}`,
  },
  attribution: {
    zh: "事实性数据，逐条注明来源；数值归发布单位所有。",
    en: "Facts, each with its source; figures belong to their publishers.",
  },
  home: { zh: "首页", en: "Home" },
  api: { zh: "接口定义（OpenAPI 3.0）", en: "API definition (OpenAPI 3.0)" },
  apiPage: { zh: "接口说明", en: "API documentation" },
  conformance: { zh: "符合的标准", en: "Conformance" },
  collections: { zh: "集合", en: "Collections" },
  collection: { zh: "所属集合", en: "The collection" },
  items: { zh: "要素", en: "Features" },
  queryables: { zh: "可查询属性", en: "Queryables" },
  schema: { zh: "属性", en: "Properties" },
  tiles: { zh: "矢量瓦片（TileJSON）", en: "Vector tiles (TileJSON)" },
  self: { zh: "本页", en: "This document" },
  asHtml: { zh: "网页", en: "This document as HTML" },
  asJson: { zh: "JSON", en: "This document as JSON" },
  next: { zh: "下一页", en: "Next page" },
  links: { zh: "链接", en: "Links" },
  id: { zh: "标识", en: "Id" },
  geometry: { zh: "几何对象", en: "Geometry" },
  name: { zh: "名称", en: "Name" },
  type: { zh: "类型", en: "Type" },
  values: { zh: "取值", en: "Values" },
  path: { zh: "路径", en: "Path" },
  parameters: { zh: "参数", en: "Parameters" },
  extent: { zh: "范围（西、南、东、北）", en: "Extent (west, south, east, north)" },
  systems: { zh: "坐标系", en: "Coordinate reference systems" },
  matched: { zh: "符合条件", en: "Matched" },
  returned: { zh: "本页", en: "On this page" },
  otherLanguage: { zh: "English", en: "中文" },
} as const satisfies Record<string, BilingualText>;

/** Descriptions of the parameters. */
export const parameterWords = {
  limit: { zh: "每页要素数。", en: "Number of features on a page." },
  bbox: {
    zh: "仅选取几何与该矩形相交的要素：左下角、右上角，可含高程；西大于东表示跨越 180° 经线。",
    en: "Only features whose geometry intersects this box: lower corner, then upper corner, with or without heights. If west is greater than east, the box crosses the antimeridian.",
  },
  "bbox-crs": { zh: "bbox 的坐标系。", en: "Coordinate system of bbox." },
  datetime: {
    zh: "日期、时刻或区间。要素没有时间属性，故均符合。",
    en: "A date, date-time or interval. The features have no temporal property, so all match.",
  },
  crs: { zh: "响应中几何对象的坐标系。", en: "Coordinate system of the response." },
  filter: { zh: "CQL2 文本表达式，见可查询属性。", en: "A condition on the queryables in CQL2 text." },
  "filter-lang": { zh: "filter 的语言。", en: "The language of filter." },
  "filter-crs": { zh: "filter 中坐标的坐标系。", en: "Coordinate system of filter." },
  cursor: { zh: "续页标记，取自 next 链接。", en: "Marker of the next page, taken from the next link." },
  columns: {
    zh: "指标标识，以逗号分隔；各指标的最新数值、上限、限定词、时期和来源列为属性。",
    en: "Slugs of indicators, separated by commas. The latest value of each and its upper value, qualifier, period and sources are added as properties.",
  },
  f: { zh: "响应格式。", en: "Format of the response." },
  lang: { zh: "响应语言。", en: "Language of the response." },
  siteFilter: {
    zh: "地点筛选条件，与地图、下载和矢量瓦片的地址参数相同。",
    en: "Part of the site filter, as in the addresses of the map, downloads and tiles.",
  },
} as const satisfies Record<string, BilingualText>;
