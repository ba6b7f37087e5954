import { defineErrors } from "../core/errors.ts";

export const ogcErrors = defineErrors({
  COLLECTION_UNKNOWN: {
    status: 404,
    en: "There is no collection {collection}. Use one of: {allowed}.",
    zh: "没有集合 {collection}。可用集合：{allowed}。",
  },
  FEATURE_UNKNOWN: {
    status: 404,
    en: "There is no feature {id} in the collection {collection}. Take the id from its items.",
    zh: "集合 {collection} 中没有要素 {id}。请取自该集合的 items。",
  },
  DATETIME_MALFORMED: {
    status: 400,
    en: "{argument} must be a date or date-time (RFC 3339), or two of them separated by /, with .. for an open end; it is {value}.",
    zh: "{argument} 须为日期或时刻（RFC 3339），或以 / 分隔的两个，开放端写作 ..；实际为 {value}。",
  },
  ITEMS_CURSOR_INVALID: {
    status: 400,
    en: "{argument} is not a cursor of this collection. Take it from the link to the next page.",
    zh: "{argument} 不是此集合的续页标记。请取自 next 链接。",
  },
});
