import { defineErrors } from "../core/errors.ts";

export const geometryErrors = defineErrors({
  POSITION_MALFORMED: {
    status: 400,
    en: "{argument} must be longitude and latitude in degrees (WGS-84), e.g. [114.3, 30.6]; it is {value}.",
    zh: "{argument} 须为经度和纬度（度，WGS-84），例如 [114.3, 30.6]；实际为 {value}。",
  },
  POSITION_OUTSIDE_WORLD: {
    status: 400,
    en: "{argument}: {value} is not a position on Earth. Longitude runs from -180 to 180, latitude from -90 to 90; are they swapped?",
    zh: "{argument}：{value} 超出地球范围。经度为 -180 至 180，纬度为 -90 至 90；请检查两者是否颠倒。",
  },
  POSITION_OUTSIDE_CRS: {
    status: 400,
    en: "{argument}: {value} lies outside {crs}, which runs from {extent} in the order of its axes. Correct it, or name the coordinate system.",
    zh: "{argument}：{value} 超出 {crs} 的范围，按其轴序为 {extent}。请更正，或指定坐标系。",
  },
  BOX_MALFORMED: {
    status: 400,
    en: "{argument} must be four numbers: west, south, east, north in degrees (WGS-84), or lower corner and upper corner in the order of the axes of the named coordinate system; six with a height after each corner.",
    zh: "{argument} 须为四个数：西、南、东、北（度，WGS-84），或按指定坐标系轴序的左下角和右上角；每个角后附高程时为六个数。",
  },
  BOX_CROSSED: {
    status: 400,
    en: "{argument}: south {south} must not be greater than north {north}. West {west} may be greater than east {east} only in degrees, where the box crosses the antimeridian.",
    zh: "{argument}：南 {south} 不得大于北 {north}。西 {west} 大于东 {east} 只能用于以度为单位的坐标，表示范围跨越 180 度经线。",
  },
  GEOJSON_MALFORMED: {
    status: 400,
    en: "{argument} is not a GeoJSON geometry (RFC 7946). Give a Polygon or a MultiPolygon.",
    zh: "{argument} 不是 GeoJSON 几何对象（RFC 7946）。请给出 Polygon 或 MultiPolygon。",
  },
  GEOJSON_NOT_AN_AREA: {
    status: 400,
    en: "{argument} must be a Polygon or a MultiPolygon; it is {value}.",
    zh: "{argument} 须为 Polygon 或 MultiPolygon；实际为 {value}。",
  },
  RING_TOO_SHORT: {
    status: 400,
    en: "{argument}: ring {ring} has {value} positions; a ring has at least four, the last equal to the first.",
    zh: "{argument}：第 {ring} 个环只有 {value} 个点；环至少有四个点，且首尾相同。",
  },
  RING_OPEN: {
    status: 400,
    en: "{argument}: ring {ring} is open. Repeat its first position at the end.",
    zh: "{argument}：第 {ring} 个环未闭合。请在末尾重复第一个点。",
  },
  EDGES_CROSS_TOO_OFTEN: {
    status: 400,
    en: "The edges of {argument} cross more than {max} times. Draw it so that they do not cross.",
    zh: "{argument} 的边线相交超过 {max} 次。请重新绘制，避免边线相交。",
  },
  EDGES_TOO_CLOSE: {
    status: 400,
    en: "{argument} has too many long edges close to each other to check where they cross. Use fewer vertices.",
    zh: "{argument} 中相互靠近的长边过多，无法检查相交情况。请减少顶点。",
  },
  EDGE_TOO_LONG: {
    status: 400,
    en: "{argument} has an edge of 180 degrees or more, {value}. Cut the area at the 180th meridian.",
    zh: "{argument} 的边 {value} 跨越 180 度或以上。请在 180 度经线处分割。",
  },
  VERTICES_TOO_MANY: {
    status: 400,
    en: "With {argument} the request has {value} vertices; at most {max} are allowed. Simplify it.",
    zh: "连同 {argument}，请求共有 {value} 个顶点；最多 {max} 个。请简化。",
  },
});
