import { readFileSync } from "node:fs";
import { buildSchema, execute, type GraphQLError, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { inChinese } from "../../server/graphql/library-errors.ts";

const schema = buildSchema(readFileSync(new URL("../../server/schema.graphql", import.meta.url), "utf8"));

/** What graphql-js itself says about a query. */
function messages(query: string, variableValues?: Record<string, unknown>): string[] {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    const executed = errors.length > 0 ? { errors } : execute({ schema, document, variableValues });
    return ((executed as { errors?: readonly GraphQLError[] }).errors ?? []).map(({ message }) => message);
  } catch (error) {
    return [(error as Error).message];
  }
}

const site = 'site(slug: "a")';

describe("the errors of graphql-js in Chinese", () => {
  test.each<[string, string, Record<string, unknown>?]>([
    ["{ nothing }", "类型 Query 没有字段 nothing。"],
    ["{ site(slag: 1) { slug } }", "字段 Query.site 没有参数 slag。相近的有：slug。"],
    ["{ sites(frist: 1) { totalCount } }", "字段 Query.sites 没有参数 frist。相近的有：first、last。"],
    [`{ ${site} }`, "字段 site 的类型为 Site，须选取其下级字段。相近的有：site { ... }。"],
    [`{ ${site} { slug { x } } }`, "字段 slug 的类型 String! 没有下级字段。"],
    ["{ sites(first: true) { totalCount } }", "true 不是 Int 类型的值。"],
    ["{ sites(filter: { kinds: [PARK] }) { totalCount } }", '"PARK" 不是 SiteKind 的取值。'],
    ["{ sites(filter: { knds: [] }) { totalCount } }", "类型 SiteFilter 没有字段 knds。相近的有：kinds、and。"],
    ["query ($f: Int!) { sites(first: $f) { totalCount } }", "缺少变量 $f，其类型为 Int!。"],
    ["query ($f: Int!) { sites(first: $f) { totalCount } }", "变量 $f 不得为空。", { f: null }],
    ["query ($f: Int) { sites(first: $f) { totalCount } }", '变量 $f 的值有误："x" 不是 Int 类型的值。', { f: "x" }],
    ["query ($f: String) { sites(first: $f) { totalCount } }", "变量 $f 的类型为 String，此处须为 Int。"],
    ["{ sites(first: $f) { totalCount } }", "变量 $f 未声明。"],
    ["query ($f: Int) { __typename }", "变量 $f 已声明而未使用。"],
    ["query ($f: Nothing) { sites(first: $f) { totalCount } }", "没有类型 Nothing。相近的有：Notice、String。"],
    ["{ ...parts }", "没有片段 parts。"],
    ["{ __typename @twice }", "没有指令 @twice。"],
    ["{ __typename @include }", "指令 @include 缺少必需的参数 if。"],
    [`{ a: ${site} { x: slug x: nameZh } }`, "字段 x 的多处选取相互冲突，请使用不同的别名。"],
    ["{", "语法错误：应为名称，实际为查询末尾。"],
    ["{ sites(first: ) }", '语法错误：此处不应出现 ")"。'],
    ['{ a(b: "x) }', "语法错误：字符串缺少结束的引号。"],
    ["type A { b: Int }", "查询中只能有操作和片段。"],
  ])("%s", (query, chinese, variables) => {
    expect(messages(query, variables).map(inChinese)).toContain(chinese);
  });

  test("a message of another kind has a general sentence", () => {
    expect(inChinese("Something new.")).toBe("不符合接口定义。");
  });
});
