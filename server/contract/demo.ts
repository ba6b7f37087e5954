import type { BilingualText } from "./language.ts";

// The words that mark a demonstration on the page, in files and in the OGC API.

/** The mark in both languages at once, for titles and names of files. */
export const DEMO_MARK = { title: "演示 DEMO", file: "DEMO" } as const;

/** The watermark of printed pages and saved pictures, in both languages at once. */
export const WATERMARK = "演示数据 DEMO";

/** Warnings about the figures of a demonstration. */
export const demoWords = {
  warning: {
    zh: "演示数据：空缺处为程序虚构的数字，并非真实数据，请勿引用。",
    en: "Demonstration: gaps are filled with figures made up by a program. They are not real; do not cite them.",
  },
  banner: { zh: "演示数据：空缺处为虚构数字，请勿引用", en: "DEMO: gaps are filled with made-up figures; do not cite" },
} as const satisfies Record<string, BilingualText>;

/** A title, with the mark in a demonstration. */
export const titleWithDemoMark = (title: string, demo: boolean): string => (demo ? `【${DEMO_MARK.title}】${title}` : title);
