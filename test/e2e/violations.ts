import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** The rules that depend on colours, the one thing that a theme changes. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** What axe objects to in the page as it is, or in a part of it. */
export async function violationsOf(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(markRepeated);
  const axe = await axeOf(page);
  if (within) axe.include(within);
  return [...(await run(axe.exclude("[data-repeated]").disableRules(ofColours))), ...(await colourViolationsOf(page, within))];
}

/** The same by the rules on colours alone. */
export async function colourViolationsOf(page: Page, within = "body"): Promise<string[]> {
  await page.evaluate(markStyles, within);
  return run((await axeOf(page)).include("[data-own-style]").withRules(ofColours));
}

async function axeOf(page: Page): Promise<AxeBuilder> {
  // Its code, half a megabyte, stays in a page that it was in before.
  const isThere = await page.evaluate(() => "axe" in window);
  // One document without frames: a page of axe's own to put the parts together, and lists of what passes, would take half the time.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ";" }) }).setLegacyMode();
  return axe.options({ resultTypes: ["violations"], preload: false });
}

async function run(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
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

/**
 * Marks two texts of each style. Of texts in one colour, size and weight on the same backgrounds axe says the same, and it looks
 * through all layers under each of them, which takes most of its time.
 */
function markStyles(within: string): void {
  for (const element of document.querySelectorAll("[data-own-style]")) element.removeAttribute("data-own-style");
  // What may lie under a text: the backgrounds of what it is in, and what takes these out of the flow.
  const grounds = new Map<Element, string>();
  const groundOf = (element: Element | null): string => {
    if (!element) return "";
    const before = grounds.get(element);
    if (before !== undefined) return before;
    const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
    const placed = position === "static" ? "" : `${position} ${element.getAttribute("class")}`;
    const own = [backgroundColor, backgroundImage, opacity, placed].join(" ");
    // A ground that hides what is under it is all there is.
    const isOpaque = /^rgb\(/.test(backgroundColor) && opacity === "1" && !placed;
    const ground = isOpaque ? own : `${own}|${groundOf(element.parentElement)}`;
    grounds.set(element, ground);
    return ground;
  };
  const seen = new Map<string, number>();
  const texts = [...document.querySelectorAll(`${within} *`)].filter(({ childNodes }) =>
    [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()),
  );
  for (const element of texts) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
    const parent = element.parentElement && getComputedStyle(element.parentElement).color;
    const style = [element.tagName, color, fontSize, fontWeight, textDecorationLine, parent, groundOf(element)].join(" ");
    const before = seen.get(style) ?? 0;
    seen.set(style, before + 1);
    if (before < 2) element.setAttribute("data-own-style", "");
  }
}
