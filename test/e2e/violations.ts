import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe objects to in the page as it is, or in a part of it; by all rules, or by these. */
export async function violationsOf(page: Page, { rules, within }: { rules?: string[]; within?: string } = {}): Promise<string[]> {
  // One document without frames: a page of axe's own to put the parts together, and lists of what passes, would take half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  axe.options({ resultTypes: ["violations"], preload: false });
  if (rules) axe.withRules(rules);
  if (within) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
