/** The two languages of the atlas, everywhere. */
export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in both languages. */
export type Words = Record<Language, string>;
