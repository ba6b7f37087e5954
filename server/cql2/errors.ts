import { defineErrors } from "../core/errors.ts";

export const cql2Errors = defineErrors({
  CQL2_UNEXPECTED: {
    status: 400,
    en: "{argument}: unexpected {actual} at character {position}. Use one of: {expected}",
    zh: "{argument}：第 {position} 个字符处是 {actual}；此处可用：{expected}",
  },
  CQL2_ENDS: {
    status: 400,
    en: "{argument} ends too early, at character {position}. One of these must follow: {expected}",
    zh: "{argument} 在第 {position} 个字符处过早结束；后面须为：{expected}",
  },
  CQL2_QUOTE_OPEN: {
    status: 400,
    en: "{argument}: the quote at character {position} is not closed. Close it.",
    zh: "{argument}：第 {position} 个字符处的引号未闭合。请补上。",
  },
  CQL2_COLLECTION: {
    status: 400,
    en: "{argument}: {name} does not accept the GEOMETRYCOLLECTION at character {position}. Use S_INTERSECTS or S_DISJOINT, or geometries of one type.",
    zh: "{argument}：{name} 不接受第 {position} 个字符处的 GEOMETRYCOLLECTION。请用 S_INTERSECTS 或 S_DISJOINT，或使用同一类型的几何对象。",
  },
  CQL2_CONSTANT: {
    status: 400,
    en: "{argument}: the condition at character {position} must compare the property {name} with a given geometry.",
    zh: "{argument}：第 {position} 个字符处的条件须将属性 {name} 与一个给定的几何对象比较。",
  },
  CQL2_FUNCTION_UNKNOWN: {
    status: 400,
    en: "{argument}: {actual} at character {position} is not supported here. Allowed: {allowed}.",
    zh: "{argument}：第 {position} 个字符处的 {actual} 不受支持。可用：{allowed}。",
  },
  CQL2_PROPERTY_UNKNOWN: {
    status: 400,
    en: "{argument}: there is no property {actual} (character {position}). Allowed: {allowed}.",
    zh: "{argument}：没有属性 {actual}（第 {position} 个字符）。可用：{allowed}。",
  },
  CQL2_VALUE_UNKNOWN: {
    status: 400,
    en: "{argument}: {actual} (character {position}) is not a value of that property. Allowed: {allowed}.",
    zh: "{argument}：{actual}（第 {position} 个字符）不是该属性的取值。可用：{allowed}。",
  },
  CQL2_TYPES: {
    status: 400,
    en: "{argument}: the type at character {position} must be {expected}; it is {actual}.",
    zh: "{argument}：第 {position} 个字符处的类型须为 {expected}；实际为 {actual}。",
  },
  CQL2_TOO_LARGE: {
    status: 400,
    en: "{argument} is too large: at character {position} the conditions of the request have more than {max} properties and values. Simplify it.",
    zh: "{argument} 过大：到第 {position} 个字符处，请求中的条件已超过 {max} 个属性和值。请简化。",
  },
  CQL2_DISTANCES_TOO_MANY: {
    status: 400,
    en: "{argument} measures the distances of areas from {value} vertices; at most {max} are allowed. Use fewer distances or simpler shapes.",
    zh: "{argument} 计算区域与 {value} 个顶点的距离；最多 {max} 个。请减少距离条件或简化图形。",
  },
  CQL2_TOO_LONG: {
    status: 400,
    en: "With {argument} the conditions of the request have {value} characters; at most {max} are allowed. Simplify them.",
    zh: "连同 {argument}，请求中的条件共有 {value} 个字符；最多 {max} 个。请简化。",
  },
  CQL2_TOO_DEEP: {
    status: 400,
    en: "{argument} is too deep: the {opening} at character {position} is nested more than {max} times. Simplify it.",
    zh: "{argument} 嵌套过深：第 {position} 个字符处的 {opening} 已超过 {max} 层。请简化。",
  },
});
