import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, it } from "vitest";
import { mapDrawn, visitPage, withAtlas } from "./atlas.ts";

withAtlas();

const views = ["/", "/?view=table", "/?site=air-tianhe", "/?district=420111", "/?q=zzzz", "/districts", "/plan", "/data"];
const looks = ["lang=zh&theme=light", "lang=zh&theme=dark", "lang=en&theme=light", "lang=en&theme=dark"];
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

describe.each(views)("%s", (view) => {
  const cases = looks.flatMap((look) => sizes.map((viewport) => ({ look, viewport })));

  it.each(cases)("can be used by everyone: $look, $viewport.width px", { timeout: 60_000 }, async ({ look, viewport }) => {
    const { page, complaints, strangers, close } = await visitPage(`${view}${view.includes("?") ? "&" : "?"}${look}`, {
      viewport,
    });
    if (/^\/(\?|$)/.test(view)) await mapDrawn(page);
    await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    await close();
  });
});
