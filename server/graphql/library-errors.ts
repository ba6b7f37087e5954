// What graphql-js says about a request, in Chinese. It says it in English only, so each kind of message is recognised by its form.

/** A message's form, and its Chinese sentence made of the parts found. */
type Rule = readonly [form: RegExp, zh: (...parts: string[]) => string];

const RULES: readonly Rule[] = [
  [/^Cannot query field "(.+?)" on type "(.+?)"/, (field, type) => `类型 ${type} 没有字段 ${field}。`],
  [/^Unknown argument "(.+?)" on field "(.+?)"/, (argument, field) => `字段 ${field} 没有参数 ${argument}。`],
  [/^Unknown argument "(.+?)" on directive "(.+?)"/, (argument, directive) => `指令 ${directive} 没有参数 ${argument}。`],
  [/^Unknown type "(.+?)"/, (type) => `没有类型 ${type}。`],
  [/^Unknown fragment "(.+?)"/, (fragment) => `没有片段 ${fragment}。`],
  [/^Unknown directive "(.+?)"/, (directive) => `没有指令 ${directive}。`],
  [/^Directive "(.+?)" may not be used on/, (directive) => `指令 ${directive} 不能用于此处。`],
  [/^The directive "(.+?)" can only be used once/, (directive) => `指令 ${directive} 在同一处只能使用一次。`],
  [/^Field "(.+?)" of type "(.+?)" must have a selection/, (field, type) => `字段 ${field} 的类型为 ${type}，须选取其下级字段。`],
  [/^Field "(.+?)" must not have a selection since type "(.+?)"/, (field, type) => `字段 ${field} 的类型 ${type} 没有下级字段。`],
  [/^Field "(.+?)" argument "(.+?)" of type "(.+?)" is required/, (field, name) => `字段 ${field} 缺少必需的参数 ${name}。`],
  [
    /^Directive "(.+?)" argument "(.+?)" of type .+ is required/,
    (directive, name) => `指令 ${directive} 缺少必需的参数 ${name}。`,
  ],
  [/^Variable "(.+?)" of required type "(.+?)" was not provided/, (name, type) => `缺少变量 ${name}，其类型为 ${type}。`],
  [/^Variable "(.+?)" of non-null type "(.+?)" must not be null/, (name) => `变量 ${name} 不得为空。`],
  [/^Variable "(.+?)" is not defined/, (name) => `变量 ${name} 未声明。`],
  [/^Variable "(.+?)" is never used/, (name) => `变量 ${name} 已声明而未使用。`],
  [/^Variable "(.+?)" cannot be non-input type "(.+?)"/, (name, type) => `类型 ${type} 不能用于变量 ${name}。`],
  [
    /^Variable "(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/,
    (name, type, expected) => `变量 ${name} 的类型为 ${type}，此处须为 ${expected}。`,
  ],
  [/^Field "(.+?)" is not defined by type "(.+?)"/, (field, type) => `类型 ${type} 没有字段 ${field}。`],
  [/^Field "(.+?)" of required type "(.+?)" was not provided/, (field) => `缺少必需的字段 ${field}。`],
  [/^Expected value of type "(.+?)", found (.+?)[.;]?$/s, (type, value) => `类型须为 ${type}，实际为 ${value}。`],
  [/^Expected (?:non-nullable )?type "(.+?)"/, (type) => `类型须为 ${type}。`],
  [/^(\w+) cannot represent .+?: (.+?)\.?$/s, (type, value) => `${value} 不是 ${type} 类型的值。`],
  [/^Enum "(.+?)" cannot represent non-\w+ value: (.+?)\./s, (type, value) => `${value} 不是 ${type} 的取值。`],
  [/^Value (".*?") does not exist in "(.+?)" enum/s, (value, type) => `${value} 不是 ${type} 的取值。`],
  [/^There can be only one (\w+)(?: \w+)? named "(.+?)"/, (_kind, name) => `名称 ${name} 重复。`],
  [/^Too many errors processing variables/, () => "变量中还有其他错误。"],
  [/^Fragment "(.+?)" is never used/, (fragment) => `片段 ${fragment} 已定义而未使用。`],
  [/^Cannot spread fragment "(.+?)" within itself/, (fragment) => `片段 ${fragment} 不能引用自身。`],
  [/^Fragment (?:"(.+?)" )?cannot/, (fragment) => `片段${fragment ? ` ${fragment} ` : ""}不适用于此处的类型。`],
  [/^Fields "(.+?)" conflict/, (field) => `字段 ${field} 的多处选取相互冲突，请使用不同的别名。`],
  [/^This anonymous operation must be the only/, () => "含有多个操作时，每个操作都须命名。"],
  [/^The .+ definition is not executable/, () => "查询中只能有操作和片段。"],
  [
    /^Syntax Error: Expected (.+?), found (.+?)\.$/s,
    (expected, found) => `语法错误：应为${token(expected)}，实际为${token(found)}。`,
  ],
  [/^Syntax Error: Unexpected (.+?)\.$/s, (found) => `语法错误：此处不应出现${token(found)}。`],
  [/^Syntax Error: Unterminated string/, () => "语法错误：字符串缺少结束的引号。"],
  [/^Syntax Error/, () => "语法错误。"],
];

const tokens: Record<string, string> = { "<EOF>": "查询末尾", Name: "名称", Int: "整数", Float: "小数", String: "字符串" };

/** A token as the parser names it: the kinds in words, characters as they are. */
function token(text: string): string {
  const [, kind = "", rest = ""] = /^(\S+)(.*)$/s.exec(text) ?? [];
  return tokens[kind] ? tokens[kind] + rest : ` ${text}`;
}

/** A message of graphql-js in Chinese, with the names that it suggests; a general sentence for a kind that is not known. */
export function inChinese(message: string): string {
  // The value is quoted in full, so the reason is what follows the last semicolon.
  const [, variable] = /^Variable "([^"]+)" got invalid value /.exec(message) ?? [];
  if (variable) return `变量 ${variable} 的值有误：${inChinese(message.slice(message.lastIndexOf("; ") + 2))}`;
  const [statement = "", suggestions] = message.split(/ Did you mean (?:to use an inline fragment on |the enum value )?/);
  const found = RULES.map(([form, zh]) => ({ parts: form.exec(statement), zh })).find(({ parts }) => parts);
  const sentence = found?.parts ? found.zh(...found.parts.slice(1)) : "不符合接口定义。";
  const names = [...(suggestions ?? "").matchAll(/"(.+?)"/g)].map(([, name]) => name);
  return names.length > 0 ? `${sentence}相近的有：${names.join("、")}。` : sentence;
}
