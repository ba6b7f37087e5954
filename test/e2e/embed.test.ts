// The map in the page of another: framed from another origin; it reports what is chosen and is moved by messages.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { atlasUrl, type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A page on another origin that frames an address of the atlas and keeps the messages it receives. */
async function hostPage(address: string, attributes = ""): Promise<string> {
  const html = `<!doctype html><html lang="en"><title>Host</title><h1>Host</h1>
    <script>window.messages = []; addEventListener("message", (event) => messages.push({ ...event.data, origin: event.origin }));</script>
    <iframe src="${atlasUrl()}${address}" width="800" height="600" title="Map" ${attributes}></iframe>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(html);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closing.push(() => new Promise((done) => server.close(done)));
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

async function openHost(address: string, attributes?: string): Promise<{ opened: OpenedPage; page: Page; frame: Frame }> {
  const host = await hostPage(address, attributes);
  const opened = await openPage("/healthz", { alone: true });
  closing.unshift(opened.close);
  const { page } = opened;
  opened.consoleErrors.length = 0;
  await page.goto(host);
  await expect.poll(() => page.frames().length).toBe(2);
  return { opened, page, frame: page.frames()[1] as Frame };
}

type EmbedMessage = Record<string, unknown> & { type: string };
const messagesOfType = (page: Page, type: string) =>
  page.evaluate(
    (wanted) => (window as unknown as { messages: EmbedMessage[] }).messages.filter((each) => each.type === wanted),
    type,
  );
const ask = (page: Page, message: unknown) =>
  page.evaluate((sent) => document.querySelector("iframe")?.contentWindow?.postMessage(sent, "*"), message);

describe("the framed map", () => {
  it("reports a click, shows a card, obeys its host and ignores other messages", async () => {
    // Biolake stands in the middle of the frame.
    const { opened, page, frame } = await openHost("/embed?map=13/30.4565/114.5054&lang=en&theme=light");
    await frame.waitForSelector("[data-loaded]");
    await frame.getByText("Datum: WGS-84").waitFor();
    expect(await frame.locator("header, nav, input").count()).toBe(0);

    const { slug, lon, lat } = await frame.evaluate(async () => {
      const body = JSON.stringify({ query: `{ site(slug: "park-biolake") { slug location { point } } }` });
      const answer = await fetch("/graphql", { method: "POST", headers: { "content-type": "application/json" }, body });
      const { site } = (await answer.json()).data;
      const [lon, lat] = site.location.point.coordinates;
      return { slug: site.slug as string, lon: lon as number, lat: lat as number };
    });
    await ask(page, { type: "atlas:show", address: `?map=13/${lat}/${lon}` });
    await expect.poll(async () => (await messagesOfType(page, "atlas:camera")).length).toBe(1);
    // Once the site is drawn there its name stands at the pointer.
    const box = await page.locator("iframe").boundingBox();
    const spot = [(box?.x ?? 0) + 402, (box?.y ?? 0) + 302] as const;
    const named = async () => {
      await page.mouse.move(spot[0] + 1, spot[1]);
      await page.mouse.move(...spot);
      return frame.locator(".maplibregl-popup").count();
    };
    await expect.poll(named).toBe(1);
    await page.mouse.click(...spot);
    await expect.poll(() => messagesOfType(page, "atlas:site")).toHaveLength(1);
    const [site] = await messagesOfType(page, "atlas:site");
    expect(site).toMatchObject({ slug, kind: "SERVICE_TRADE_PARK", nameZh: "光谷生物城", origin: atlasUrl() });
    const url = new URL(String(site?.url));
    expect([url.origin, url.pathname, url.searchParams.get("site")]).toEqual([atlasUrl(), "/", slug]);

    const link = frame.getByRole("region", { name: "Selected site" }).getByRole("link", { name: "Open the full page" });
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("rel")).toBe("noopener");
    expect(await link.getAttribute("href")).toContain(`site=${slug}`);

    for (const junk of [
      null,
      "atlas:show",
      { type: "atlas:show" },
      { type: "atlas:show", address: 5 },
      { type: "atlas:show", address: "javascript:alert(1)" },
      { type: "atlas:show", address: "https://elsewhere.test/?map=9/30/114" },
      { type: "atlas:other", address: "?map=9/30/114" },
    ]) {
      await ask(page, junk);
    }
    expect(await link.count()).toBe(1);
    await ask(page, { type: "atlas:show", address: "?districts=420112&map=10.5/30.65/114.1&lang=zh" });
    await expect
      .poll(async () => (await messagesOfType(page, "atlas:camera")).at(-1))
      .toMatchObject({
        zoom: 10.5,
        lat: 30.65,
        lon: 114.1,
      });
    await frame.getByText("坐标系：WGS-84").waitFor();
    await expect.poll(() => link.count()).toBe(0);
    expect(await frame.getByRole("link", { name: "在武汉服务贸易地图中打开" }).getAttribute("href")).toContain(
      "districts=420112",
    );

    // The frame sends requests only to the atlas, and adds nothing to the history of its host.
    const host = new URL(page.url()).origin;
    expect(opened.foreignRequests.filter((url) => !url.startsWith(host))).toEqual([]);
    expect(opened.consoleErrors.filter((text) => !/favicon/.test(text))).toEqual([]);
    expect(await page.evaluate(() => window.history.length)).toBeLessThanOrEqual(3);
  });

  it("is the only page that lets itself be framed", async () => {
    const { opened, frame } = await openHost("/?map=9/30.6/114.3");
    await expect.poll(() => opened.consoleErrors.join("\n")).toContain("frame-ancestors");
    expect(frame.url()).not.toContain("map=");
    expect(await frame.locator("#root").count()).toBe(0);
  });
});

describe("the snippet", () => {
  it("is the HTML that shows the present view", async () => {
    const opened = await openPage("/?kinds=EXPORT_BASE,BONDED_ZONE&map=10/30.5/114.4&lang=en", { map: "none" });
    closing.push(opened.close);
    await opened.page.getByRole("button", { name: "Embed" }).click();
    const html = await opened.page.getByRole("textbox", { name: "HTML code" }).inputValue();
    // Parsed elsewhere: the page's own policy does not apply to the page that the snippet is for.
    await opened.page.goto(`${atlasUrl()}/healthz`);
    const source = await opened.page.evaluate((text) => {
      const frame = new DOMParser().parseFromString(text, "text/html").querySelector("iframe");
      return {
        src: frame?.getAttribute("src"),
        title: frame?.title,
        loading: frame?.getAttribute("loading"),
        width: frame?.width,
      };
    }, html);
    expect(source).toEqual({
      src: `${atlasUrl()}/embed?kinds=EXPORT_BASE,BONDED_ZONE&map=10/30.5/114.4&lang=en`,
      title: "武汉服务贸易地图 Wuhan Service-Trade Atlas",
      loading: "lazy",
      width: "800",
    });
    expect(opened.consoleErrors).toEqual([]);
  });
});

describe("without storage", { timeout: 200_000 }, () => {
  it("the framed map shows in a sandbox that allows nothing but scripts, and still tells of the camera", async () => {
    const { opened, page, frame } = await openHost("/embed?map=10/30.6/114.3&lang=en", 'sandbox="allow-scripts"');
    await frame.waitForSelector("[data-loaded]");
    expect(await frame.evaluate(() => [window.origin, document.querySelectorAll("canvas").length])).toEqual(["null", 1]);
    await frame.getByText("Datum: WGS-84").waitFor();
    await ask(page, { type: "atlas:show", address: "?map=11/30.5/114.4" });
    await expect.poll(() => messagesOfType(page, "atlas:camera")).not.toEqual([]);
    expect(opened.consoleErrors.filter((text) => !/favicon/.test(text))).toEqual([]);
  });

  it.each([
    ["/graphiql/", ".graphiql-schema section"],
    ["/?map=10/30.6/114.3", "[data-loaded]"],
  ])("%s shows where the browser forbids it", async (address, selector) => {
    const opened = await openPage("/healthz", { alone: true, map: "plain" });
    closing.push(opened.close);
    await opened.page.addInitScript(() => {
      for (const kind of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, kind, {
          get() {
            throw new DOMException("storage is forbidden", "SecurityError");
          },
        });
    });
    opened.consoleErrors.length = 0;
    await opened.page.goto(atlasUrl() + address);
    await opened.page.waitForSelector(selector);
    expect(opened.consoleErrors.filter((text) => !/favicon/.test(text))).toEqual([]);
  });
});
