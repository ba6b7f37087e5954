// The query editor of the API: examples, an answer, a mistake, and the schema to look things up in.
import { expect, it, onTestFinished } from "vitest";
import { openPage, withAtlas } from "./atlas.ts";
import { violationsOf } from "./violations.ts";

withAtlas();

it("runs an example, explains a mistake, and shows what types hold, in the browser's language", async () => {
  const { page, consoleErrors, close } = await openPage("/graphiql/", { alone: true });
  onTestFinished(close);
  const answer = page.getByRole("textbox", { name: "结果" });
  await page.getByRole("button", { name: "示例 2" }).click();
  await page.getByRole("textbox", { name: "查询语句" }).press("Control+Enter");
  await expect.poll(() => answer.textContent()).toContain("天河国际机场");
  expect(await page.locator("output").textContent()).toMatch(/^HTTP 200，用时 \d+ 毫秒$/);

  await page.getByRole("textbox", { name: "变量（JSON）" }).fill("{ slug }");
  await page.getByRole("button", { name: "运行" }).click();
  await expect.poll(() => page.locator("output").textContent()).toBe("变量不是有效的 JSON 对象，请更正后重试。");

  await page.getByRole("searchbox").fill("ChangeSet");
  await page.getByRole("button", { name: "ChangeSet", exact: true }).first().click();
  await page.getByRole("heading", { name: "ChangeSet" }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  expect(consoleErrors).toEqual([]);
});
