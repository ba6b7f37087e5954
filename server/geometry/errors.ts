import { defineErrors } from "../core/errors.ts";

export const geometryErrors = defineErrors({
  POSITION_MALFORMED: {
    status: 400,
    en: "{argument} must be longitude and latitude in degrees (WGS-84), e.g. [114.3, 30.6]; it is {value}.",
    zh: "{argument} 须为经度和纬度（度，WGS-84），例如 [114.3, 30.6]；收到的是 {value}。",
  },
  POSITION_OUTSIDE_WORLD: {
    status: 400,
    en: "{argument}: {value} lies outside the world. Longitude runs from -180 to 180, latitude from -90 to 90; are they swapped?",
    zh: "{argument}：{value} 超出地球范围。经度为 -180 至 180，纬度为 -90 至 90；是否写反？",
  },
  BBOX_MALFORMED: {
    status: 400,
    en: "{argument} must be four numbers: west, south, east, north, in degrees (WGS-84).",
    zh: "{argument} 须为四个数：西、南、东、北（度，WGS-84）。",
  },
  BBOX_CROSSED: {
    status: 400,
    en: "{argument} crosses itself: west {west} must be less than east {east}, and south {south} less than north {north}.",
    zh: "{argument} 自相交：西 {west} 须小于东 {east}，南 {south} 须小于北 {north}。",
  },
  GEOJSON_MALFORMED: {
    status: 400,
    en: "{argument} is not a GeoJSON geometry (RFC 7946). Give a Polygon or a MultiPolygon.",
    zh: "{argument} 不是 GeoJSON 几何对象（RFC 7946）。请给出 Polygon 或 MultiPolygon。",
  },
  GEOJSON_NOT_AN_AREA: {
    status: 400,
    en: "{argument} must be a Polygon or a MultiPolygon; it is {value}.",
    zh: "{argument} 须为 Polygon 或 MultiPolygon；收到的是 {value}。",
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
    en: "The edges of {argument} cross more than {most} times. Draw it so that they do not cross.",
    zh: "{argument} 的边线相交超过 {most} 次。请勿让边线相交。",
  },
  EDGE_TOO_LONG: {
    status: 400,
    en: "{argument} has an edge of 180 degrees or more, {value}. Cut the area at the 180th meridian.",
    zh: "{argument} 的边 {value} 跨越 180 度或以上。请在 180 度经线处分割。",
  },
  VERTICES_TOO_MANY: {
    status: 400,
    en: "{argument} has {value} vertices; at most {most} are taken. Simplify it.",
    zh: "{argument} 有 {value} 个顶点；最多 {most} 个。请简化。",
  },
});
