import { defineErrors } from "../core/errors.ts";

export const cql2Errors = defineErrors({
  CQL2_UNEXPECTED: {
    status: 400,
    en: "{argument}: at character {position} stands {found}; one of these may stand there: {expected}",
    zh: "{argument}：第 {position} 个字符处是 {found}；此处可用：{expected}",
  },
  CQL2_ENDS: {
    status: 400,
    en: "{argument} ends too early, at character {position}; one of these must follow: {expected}",
    zh: "{argument} 在第 {position} 个字符处过早结束；后面须为：{expected}",
  },
  CQL2_QUOTE_OPEN: {
    status: 400,
    en: "{argument}: the quote at character {position} is not closed. Close it.",
    zh: "{argument}：第 {position} 个字符处的引号未闭合。请补上。",
  },
  CQL2_FUNCTION_UNKNOWN: {
    status: 400,
    en: "{argument}: {found} at character {position} is not known here. Known: {known}.",
    zh: "{argument}：第 {position} 个字符处的 {found} 不受支持。可用：{known}。",
  },
  CQL2_PROPERTY_UNKNOWN: {
    status: 400,
    en: "{argument}: there is no property {found} (character {position}). Known: {known}.",
    zh: "{argument}：没有属性 {found}（第 {position} 个字符）。可用：{known}。",
  },
  CQL2_VALUE_UNKNOWN: {
    status: 400,
    en: "{argument}: {found} (character {position}) is not a value of that property. Known: {known}.",
    zh: "{argument}：{found}（第 {position} 个字符）不是该属性的取值。可用：{known}。",
  },
  CQL2_TYPES: {
    status: 400,
    en: "{argument}: at character {position} a {expected} must stand; it is a {found}.",
    zh: "{argument}：第 {position} 个字符处的类型须为 {expected}，而它是 {found}。",
  },
  CQL2_TOO_LARGE: {
    status: 400,
    en: "{argument} is too large: at character {position} it has more than {most} properties and values. Simplify it.",
    zh: "{argument} 过大：到第 {position} 个字符处已超过 {most} 个属性和值。请简化。",
  },
  CQL2_TOO_DEEP: {
    status: 400,
    en: "{argument} is too deep: the {opening} at character {position} is nested more than {most} times. Simplify it.",
    zh: "{argument} 嵌套过深：第 {position} 个字符处的 {opening} 已超过 {most} 层。请简化。",
  },
});
