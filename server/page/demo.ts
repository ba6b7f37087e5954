// What sets a demonstration apart in every interface: a header on each response, and on each page a strip at its top, a watermark in its
// print and a mark in its title. The strip is in the document itself, so it is there before any script and without one.

import type { FastifyInstance } from "fastify";
import { DEMO_MARK, demoWords, titleWithDemoMark, WATERMARK } from "../contract/demo.ts";

/** Marks every answer of a demonstration. Called before what packs the answers: a page is marked as text. */
export function markResponsesAsDemo(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("x-atlas-demo", "true");
  });
  app.addHook("onSend", async (_request, reply, payload) => {
    const isPage = String(reply.getHeader("content-type")).startsWith("text/html");
    return isPage && typeof payload === "string" ? withDemoMark(payload) : payload;
  });
}

// Black on yellow in light and dark alike: it is equally striking in every theme. Narrow screens have room for one language, the page's.
export const DEMO_STYLE = `
html:root { --demo: 30px }
html > body { box-sizing: border-box; border-top: var(--demo) solid transparent }
.demo-strip { position: fixed; inset: 0 0 auto; z-index: 2000; box-sizing: border-box; height: var(--demo); padding: 0 12px;
  overflow: hidden; border-bottom: 2px solid #000; background: #ffd400; color: #000; text-align: center; white-space: nowrap;
  font: 700 13px/28px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
.demo-strip span + span::before { content: " · " }
.demo-watermark { display: none }
@media (max-width: 767px) {
  .demo-strip { padding: 0 4px; font-size: 12px }
  .demo-strip span + span::before { content: none }
  html:lang(zh) .demo-strip [lang="en"], html:lang(en) .demo-strip [lang="zh"] { display: none }
}
@media print {
  html:root { --demo: 0px }
  .demo-strip { position: static; height: auto; border: 2px solid #000; background: none; white-space: normal }
  .demo-watermark { display: flex; position: fixed; inset: 0; z-index: 2000; flex-direction: column; align-items: center;
    justify-content: space-around; overflow: hidden; pointer-events: none; print-color-adjust: exact; -webkit-print-color-adjust: exact;
    color: rgb(200 20 50 / 24%); font: 800 60pt/1 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; white-space: nowrap }
  .demo-watermark i { font-style: normal; transform: rotate(-24deg) }
}`;

const STRIP = `<aside class="demo-strip" aria-label="${DEMO_MARK.title}"><span lang="zh">${demoWords.banner.zh}</span><span lang="en">${demoWords.banner.en}</span></aside>
<div class="demo-watermark" aria-hidden="true">${`<i>${WATERMARK}</i>`.repeat(3)}</div>`;

/** A document with strip, watermark and title; scripts read the mark from its head (web/core/demo.ts). */
export const withDemoMark = (document: string): string =>
  document
    .replace(/<title>(?!【)/, () => `<title>${titleWithDemoMark("", true)}`)
    .replace("</head>", () => `<meta name="atlas-demo" content="true" /><style>${DEMO_STYLE}</style></head>`)
    .replace(/<body[^<>]*>/, (body) => `${body}${STRIP}`);
