import type { Words } from "./language.ts";

// The words that mark a demonstration, everywhere the same: on the page, in files, in the OGC API.

/** The mark in both languages at once, for titles and names of files. */
export const DEMO = { title: "演示 DEMO", file: "DEMO" } as const;

/** What stands across pages on paper and pictures that are taken out of the page, in both languages at once. */
export const WATERMARK = "演示数据 DEMO";

/** What readers must know of a demonstration's figures. */
export const demoWords = {
  warning: {
    zh: "演示数据：空缺处为程序虚构的数字，并非真实数据，请勿引用。",
    en: "Demonstration: gaps are filled with figures made up by a program. They are not real; do not cite them.",
  },
  strip: { zh: "演示数据：空缺处为虚构数字，请勿引用", en: "DEMO: gaps hold made-up figures, do not cite" },
} as const satisfies Record<string, Words>;

/** A title, with the mark where this is a demonstration. */
export const titled = (title: string, demo: boolean): string => (demo ? `【${DEMO.title}】${title}` : title);
