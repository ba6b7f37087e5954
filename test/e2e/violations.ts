import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe objects to in the page as it is, or in a part of it; by all rules, or by these. */
export async function violationsOf(page: Page, { rules, within }: { rules?: string[]; within?: string } = {}): Promise<string[]> {
  await page.evaluate(markRepeated);
  // Its code, half a megabyte, stays in a page that it was in before.
  const isThere = await page.evaluate(() => "axe" in window);
  // One document without frames: a page of axe's own to put the parts together, and lists of what passes, would take half the time.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ";" }) }).setLegacyMode();
  axe.options({ resultTypes: ["violations"], preload: false });
  if (rules) axe.withRules(rules);
  if (within) axe.include(within);
  const { violations } = await axe.exclude("[data-repeated]").analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/**
 * Marks rows and entries of lists that are built like two others before them, down to each class, role, state and attribute: axe would
 * say the same of them, and takes half its time for them. They differ in their words, in numbers and in what these values name.
 */
function markRepeated(): void {
  for (const element of document.querySelectorAll("[data-repeated]")) element.removeAttribute("data-repeated");
  const names =
    /\b(href|id|for|title|d|points|aria-(?:label|labelledby|describedby|controls)|data-(?:row-of|site|target))="[^"]+"/g;
  const seen = new Map<string, number>();
  for (const element of document.querySelectorAll("li, tr")) {
    if (element.closest("[data-repeated]")) continue;
    const markup = element.outerHTML
      .replace(/>[^<]+</g, ">…<")
      .replace(names, "$1")
      .replace(/[\d.]+/g, "0");
    const built = `${element.parentElement?.className} ${markup}`;
    const before = seen.get(built) ?? 0;
    seen.set(built, before + 1);
    if (before >= 2) element.setAttribute("data-repeated", "");
  }
}
