// The HTML pages of the OGC API: one template without scripts for all resources. All content is escaped.
import type { Link, OgcRequest } from "./request.ts";
import { addressOf, sameAddress } from "./request.ts";
import { words } from "./words.ts";

/** A cell: text, or a link. */
export type Cell = string | { text: string; href: string };

/** The content of a page, in the requested language. */
export interface Page {
  title: string;
  text?: string;
  /** The breadcrumb: title and path (below the landing page) of each parent. */
  breadcrumbs: readonly (readonly [title: string, path: string])[];
  tables: readonly { title: string; head?: readonly string[]; rows: readonly (readonly Cell[])[] }[];
}

export const OGC_STYLE = `body{font:15px/1.5 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:80rem;margin:0 auto;padding:1rem;color:#1f2933;background:#fff}
a{color:#0b5c8a}nav{display:flex;gap:.5rem;flex-wrap:wrap}nav a:last-child{margin-left:auto}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:1.5rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:max-content}td,th{padding:.25rem .6rem;border-bottom:1px solid #d5dbe1;text-align:left;vertical-align:top;max-width:26rem;overflow-wrap:break-word}
th{white-space:nowrap}@media(prefers-color-scheme:dark){body{background:#14181d;color:#e3e8ee}a{color:#7cc4ee}td,th{border-color:#3a444f}}`;

/** The page as an HTML document; `links` are those of its JSON representation. */
export function htmlOf(page: Page, links: readonly Link[], request: OgcRequest): string {
  const { language } = request;
  const other = language === "zh" ? "en" : "zh";
  const breadcrumbs = [[words.home[language], ""] as const, ...page.breadcrumbs].map(
    ([title, path]) => `<a href="${escaped(addressOf(request, path, { f: "html", lang: language }))}">${escaped(title)}</a> ›`,
  );
  const linkRows = links.map(({ rel, title, href, type }) => [{ text: title, href: inHtml(href, request) }, rel, type]);
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(page.title)}</title>${links.map(headLink).join("")}<style>${OGC_STYLE}</style></head>
<body><nav>${breadcrumbs.join(" ")} <a href="${escaped(sameAddress(request, { lang: other, f: "html" }))}" hreflang="${other}">${words.otherLanguage[language]}</a></nav>
<main><h1>${escaped(page.title)}</h1>${page.text ? `<p>${escaped(page.text)}</p>` : ""}
${page.tables.map(tableOf).join("\n")}
${tableOf({ title: words.links[language], rows: linkRows })}</main></body></html>
`;
}

function tableOf({ title, head, rows }: Page["tables"][number]): string {
  const cell = (value: Cell) =>
    `<td>${typeof value === "string" ? escaped(value) : `<a href="${escaped(value.href)}">${escaped(value.text)}</a>`}</td>`;
  const heading = head ? `<thead><tr>${head.map((text) => `<th scope="col">${escaped(text)}</th>`).join("")}</tr></thead>` : "";
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n");
  return `<section><h2>${escaped(title)}</h2><div class="scroll"><table>${heading}<tbody>${body}</tbody></table></div></section>`;
}

const headLink = ({ rel, href, type }: Link): string =>
  `<link rel="${escaped(rel)}" href="${escaped(href)}" type="${escaped(type)}">`;

// Links on a page lead to pages, unless an address states its format.
function inHtml(href: string, request: OgcRequest): string {
  const url = new URL(href);
  if (!href.startsWith(request.base) || url.searchParams.has("f")) return href;
  url.searchParams.set("f", "html");
  url.searchParams.set("lang", request.language);
  return url.href;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
