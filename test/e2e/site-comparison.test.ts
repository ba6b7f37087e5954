// Sites side by side: picked in list, table and panel, held by the address, compared on a screen, a phone and paper.
import { afterEach, expect, it } from "vitest";
import { type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

let opened: OpenedPage | undefined;
const open = async (address: string, map: "none" | "plain") => {
  opened = await openPage(address, { map });
  return opened.page;
};
afterEach(async () => {
  const toClose = opened;
  opened = undefined;
  await toClose?.close();
  expect(toClose?.consoleErrors ?? []).toEqual([]);
  expect(toClose?.foreignRequests ?? []).toEqual([]);
});

const picked = (url: string) => new URL(url).searchParams.get("compare")?.split(",") ?? [];

it("six sites are picked by keyboard and pointer, a seventh is refused, and Back, a reload and the tray agree", async () => {
  const page = await open("/?lang=en&kinds=SERVICE_TRADE_PARK", "none");
  const pickIn = (part: string) => page.locator(part).getByRole("button", { name: /^Compare: / });
  const tray = page.getByRole("region", { name: "Sites to compare" });
  const list = pickIn("[data-list]");

  await page.locator("[data-row]").first().focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await tray.getByText("1 selected (at most 6)").waitFor();
  expect(await list.first().getAttribute("aria-pressed")).toBe("true");
  expect(await tray.getByRole("button", { name: "Compare" }).isDisabled()).toBe(true);
  for (const at of [1, 2, 3, 4, 5]) await list.nth(at).click();
  await expect.poll(() => picked(page.url()).length).toBe(6);

  await list.nth(6).click();
  await tray.getByText("At most 6 sites can be compared. Remove one first.").waitFor();
  expect(picked(page.url())).toHaveLength(6);
  await page.goBack();
  await tray.getByText("5 selected (at most 6)").waitFor();
  expect(await tray.getByText("At most 6 sites can be compared").isVisible()).toBe(false);

  await page.reload();
  await tray.getByRole("listitem").nth(4).waitFor();
  for (const _ of [1, 2, 3])
    await tray
      .getByRole("button", { name: /^Remove from the comparison/ })
      .last()
      .click();
  await expect.poll(() => picked(page.url()).length).toBe(2);
  await page.locator("[data-row]").nth(8).click();
  await page
    .getByRole("complementary")
    .getByRole("button", { name: /^Compare: / })
    .click();
  await tray.getByText("3 selected (at most 6)").waitFor();
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await pickIn("[data-row-of]").nth(1).click();
  await expect.poll(() => picked(page.url()).length).not.toBe(3);
});

it("they are side by side with what is not known, their distances, the map and the sources, on a phone and on paper too", async () => {
  const page = await open("/?view=compare&compare=park-biolake,base-culture,cbz-donghu&lang=en&theme=dark", "plain");
  const view = page.getByRole("region", { name: /\d sites compared$/ });
  const table = view.getByRole("table", { name: "Sites side by side" });
  const row = async (name: string) =>
    (await table.getByRole("row", { name: new RegExp(`^${name}`) }).innerText()).split("\t").slice(1);
  await table.waitFor();
  const names = table.getByRole("columnheader").getByRole("link");
  expect(await names.allInnerTexts()).toEqual([
    "Optics Valley Biolake",
    "East Lake High-tech Development Zone National Cultural Export Base",
    "Wuhan East Lake Comprehensive Bonded Zone",
  ]);
  expect(await view.evaluate((element) => element === document.activeElement)).toBe(true);
  expect((await row("Under customs supervision since")).map((cell) => cell.replace(/\s+/g, " ").trim())).toEqual([
    "· Not applicable",
    "· Not applicable",
    "29 Jun 2013",
  ]);
  expect((await row("Nearest metro station"))[1]).toContain("Location not published");
  // A bound stays one, with its year; and nothing is called best.
  expect(await table.innerText()).toMatch(/more than 3,000\sfirms\s+Oct 2025/);
  expect(await view.innerText()).not.toMatch(/\bbest\b/i);
  const distances = view.getByRole("region", { name: "Straight-line distances between the sites" });
  expect(await distances.getByRole("row").nth(1).innerText()).toMatch(/4\.9\skm/);
  expect(await distances.getByRole("row").nth(2).innerText()).toMatch(/location not published/);
  expect(await view.getByRole("link", { name: "XLSX" }).getAttribute("href")).toContain("park-biolake");

  // The address on paper is whole, and the sheets lie on their side.
  await page.locator("[data-loaded]").waitFor();
  const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = [...file.matchAll(/\/Type\s*\/Page\b(?!s)[\s\S]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(sheets.length).toBeLessThanOrEqual(3);
  for (const [, width, height] of sheets) expect(Number(width)).toBeGreaterThan(Number(height));
  // The map was drawn for paper, sharp and light, and is no image of the screen; what narrower paper renders anew is the same map.
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute("data-printed", "") }));
  await page.keyboard.press("Control+p");
  await page.locator("[data-printed]").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  const canvas = view.locator("figure canvas");
  await canvas.waitFor();
  expect(await canvas.evaluate((element) => (element as HTMLCanvasElement).width)).toBe(3 * 520);
  // No letter is too small to read.
  const smallestPixels = await view.evaluate((element) =>
    Math.min(
      ...[...element.querySelectorAll("*")]
        .filter((each) => each.checkVisibility() && [...each.childNodes].some((node) => node.nodeName === "#text"))
        .map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
    ),
  );
  expect((smallestPixels * 72) / 96).toBeGreaterThan(8.49);
  expect(
    await view
      .getByRole("button")
      .filter({ visible: true })
      .filter({ hasText: /Back|XLSX/ })
      .count(),
  ).toBe(0);
  expect(await page.getByRole("contentinfo").innerText()).toMatch(/view=compare&compare=park-biolake,base-culture,cbz-donghu/);
  await page.emulateMedia({ media: "screen" });

  // On a phone the table scrolls within itself, and its first column stays.
  await page.setViewportSize({ width: 390, height: 844 });
  const label = table.getByRole("rowheader", { name: "Functional area" });
  const before = (await label.boundingBox())?.x;
  await view.evaluate((element) => element.scrollTo({ left: 200 }));
  await expect.poll(() => view.evaluate((element) => element.scrollLeft)).toBe(200);
  expect((await label.boundingBox())?.x).toBe(before);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewportSize({ width: 1440, height: 900 });

  await table.getByRole("button", { name: /^Remove from the comparison: East Lake High-tech/ }).click();
  await expect.poll(() => names.count()).toBe(2);
  expect(picked(page.url())).toEqual(["park-biolake", "cbz-donghu"]);
  await page.goBack();
  await expect.poll(() => names.count()).toBe(3);

  // The map returns to the city; compared again, the sites are near, also after the reader has moved it.
  const tray = page.getByRole("region", { name: "Sites to compare" });
  const leave = page.getByRole("button", { name: "Back to the map" });
  const camera = () => new URL(page.url()).searchParams.get("map");
  await leave.click();
  await tray.getByText("3 selected").waitFor();
  await page.reload();
  await page.locator("[data-loaded]").waitFor();
  await page.getByRole("region", { name: "Legend" }).waitFor();
  const centre = page.locator("[data-coordinates]");
  const scale = page.locator("[class*=_scale_]");
  const [city, cityScale] = [await centre.textContent(), await scale.textContent()];
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(camera).not.toBe(null);
  await tray.getByRole("button", { name: "Compare" }).click();
  await expect.poll(() => scale.textContent()).toMatch(/^[12]\skm$/);
  expect(cityScale).toMatch(/^\d0\skm$/);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect.poll(camera).not.toBe(null);
  await page.goBack();
  await page.goForward();
  await leave.click();
  await page.mouse.move(5, 5);
  await expect.poll(() => centre.textContent()).toBe(city);
  expect(camera()).toBe(null);
});
