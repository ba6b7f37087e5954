import { defineErrors } from "../core/errors.ts";

export const graphqlErrors = defineErrors({
  MOMENT_MALFORMED: {
    status: 400,
    en: "{argument} must be a date-time like 2027-12-31T08:00:00Z or a date like 2027-12-31; it is {value}.",
    zh: "{argument} 须为时刻（如 2027-12-31T08:00:00Z）或日期（如 2027-12-31）；实际为 {value}。",
  },
  DAY_MALFORMED: {
    status: 400,
    en: "{argument} must be a date like 2027-12-31; it is {value}.",
    zh: "{argument} 须为日期（如 2027-12-31）；实际为 {value}。",
  },
  PAGE_BOTH_WAYS: {
    status: 400,
    en: "Use {argument} with first or with last, not with both.",
    zh: "{argument}：first 与 last 不能同时使用。",
  },
  CURSOR_INVALID: {
    status: 400,
    en: "{argument} is not a cursor of this list. Take it from pageInfo or edges of the same order.",
    zh: "{argument} 不是此列表的游标。请取自相同排序下的 pageInfo 或 edges。",
  },
  POINTS_TOO_MANY: {
    status: 400,
    en: "{argument} matches {value} sites with a location; the limit is {max}. Narrow it.",
    zh: "{argument} 包含 {value} 个有位置的地点；此处最多 {max} 个。请缩小范围。",
  },
  ID_MALFORMED: {
    status: 400,
    en: "{argument}: {value} is not an id of this API. Take it from a field `id`.",
    zh: "{argument}：{value} 不是本接口的标识。请取自 id 字段。",
  },
  TOO_DEEP: {
    status: 400,
    en: "{argument} may be nested at most {max} levels deep.",
    zh: "{argument} 最多嵌套 {max} 层。",
  },
  VALUES_TOO_MANY: {
    status: 400,
    en: "{argument} contains too many values; at most {max} are allowed. Simplify the areas or use several queries.",
    zh: "{argument} 包含的值过多；最多 {max} 个。请简化图形或分次查询。",
  },
  QUERY_TOO_DEEP: {
    status: 400,
    en: "The query is {value} levels deep; at most {max} are allowed.",
    zh: "查询嵌套 {value} 层；最多 {max} 层。",
  },
  QUERY_TOO_BROAD: {
    status: 400,
    en: "The query selects {value} fields; at most {max} are allowed.",
    zh: "查询包含 {value} 个字段；最多 {max} 个。",
  },
  INTROSPECTION_REPEATED: {
    status: 400,
    en: "The query contains {name} more than once. Use several queries.",
    zh: "查询中 {name} 出现多于一次。请分次查询。",
  },
  QUERY_OF_TOO_MANY: {
    status: 400,
    en: "The query has more than {max} top-level fields. Use several queries.",
    zh: "查询的顶层字段超过 {max} 个。请分次查询。",
  },
  QUERY_TOO_COSTLY: {
    status: 400,
    en: "The query costs {value}; at most {max} is allowed. Use smaller pages, or several requests.",
    zh: "查询的成本为 {value}；最多 {max}。请减少每页条数，或分次请求。",
  },
  OBJECT_NEEDED: {
    status: 400,
    en: "{argument} must be a JSON object.",
    zh: "{argument} 须为 JSON 对象。",
  },
  TEXT_NEEDED: {
    status: 400,
    en: "{argument} must be a string.",
    zh: "{argument} 须为文本。",
  },
  QUERY_NEEDED: {
    status: 400,
    en: "The request contains no query. Send its text as the parameter query in the address (GET), or as the property query of the JSON body (POST).",
    zh: "缺少查询。请以 query 给出查询文本：GET 请求写在地址中，POST 请求写在正文的 JSON 对象中。",
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 400,
    en: "Persisted queries are not supported. Give the text of the query.",
    zh: "不支持持久化查询。请发送查询文本。",
  },
  OPERATION_NEEDED: {
    status: 400,
    en: "The query contains several operations. Name one of them in operationName.",
    zh: "查询含有多个操作。请用 operationName 指定其中一个。",
  },
  OPERATION_UNKNOWN: {
    status: 400,
    en: "The query contains no operation named {name}. Correct operationName or leave it out.",
    zh: "查询中没有名为 {name} 的操作。请更正或省略 operationName。",
  },
  GET_ANSWERS_QUERIES: {
    status: 405,
    en: "GET accepts queries only. Use POST for any other operation.",
    zh: "GET 只接受查询。其他操作请用 POST 发送。",
  },
  NOT_ACCEPTABLE: {
    status: 406,
    en: "The header Accept excludes all available types. Use one of {offered}.",
    zh: "请求头 Accept 排除了所有可提供的类型。请改用 {offered} 之一。",
  },
  QUERY_TOO_LONG: {
    status: 400,
    en: "The query is longer than {max} tokens. Shorten it.",
    zh: "查询超过 {max} 个词元。请缩短。",
  },
});
