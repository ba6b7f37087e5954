// The words of the query editor, in both languages.
import type { Language } from "../../server/contract/language.ts";

const zh = {
  title: "GraphQL 查询",
  atlas: "武汉服务贸易地图",
  examples: "示例",
  example: (number: number) => `示例 ${number}`,
  run: "运行",
  running: "查询中…",
  stop: "停止",
  runKeys: "Ctrl+Enter 或 ⌘+Enter",
  query: "查询语句",
  variables: "变量（JSON）",
  answer: "结果",
  took: (status: number, milliseconds: number) => `HTTP ${status}，用时 ${milliseconds} 毫秒`,
  stopped: "已停止",
  unreachable: "无法连接服务器，请稍后重试。",
  badVariables: "变量不是有效的 JSON 对象，请更正后重试。",
  schema: "类型与字段",
  noSchema: "未能加载接口结构。",
  search: "搜索类型或字段",
  back: "返回",
  fields: "字段",
  values: "取值",
  inputs: "参数",
  possible: "可能的类型",
  noMatch: "没有匹配的类型或字段。",
};

const en: typeof zh = {
  title: "GraphQL queries",
  atlas: "Wuhan Service-Trade Atlas",
  examples: "Examples",
  example: (number) => `Example ${number}`,
  run: "Run",
  running: "Running…",
  stop: "Stop",
  runKeys: "Ctrl+Enter or ⌘+Enter",
  query: "Query",
  variables: "Variables (JSON)",
  answer: "Result",
  took: (status, milliseconds) => `HTTP ${status}, ${milliseconds} ms`,
  stopped: "Stopped",
  unreachable: "The server could not be reached. Try again later.",
  badVariables: "The variables are not a valid JSON object. Correct them and try again.",
  schema: "Types and fields",
  noSchema: "The schema could not be loaded.",
  search: "Search types and fields",
  back: "Back",
  fields: "Fields",
  values: "Values",
  inputs: "Arguments",
  possible: "Possible types",
  noMatch: "No matching types or fields.",
};

export const words: Record<Language, typeof zh> = { zh, en };
export type ExplorerWords = typeof zh;
