import type { Language } from "../contract/language.ts";

interface ErrorText {
  /** HTTP status; 200 for a notice that comes with an answer. */
  status: number;
  /** What is wrong, where, and what to do. {name} is filled in from the details. */
  en: string;
  zh: string;
}

/** One entry of a room's table, as `defineErrors` makes it. */
export interface ErrorDefinition extends ErrorText {
  code: string;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** What fills in the message; further details are sent along with it. */
type Details<Definition extends ErrorDefinition> = Record<Placeholders<Definition["en"]>, string | number> &
  Record<string, string | number>;

type NoDetails<Definition extends ErrorDefinition> = [Placeholders<Definition["en"]>] extends [never] ? [] : never;

/** The errors of one room. Only what stands in such a table can be thrown as an AtlasError, so the set is closed. */
export function defineErrors<const Table extends Record<string, ErrorText>>(table: Table) {
  const entries = Object.entries(table).map(([code, text]) => [code, { code, ...text }]);
  return Object.fromEntries(entries) as { [Code in keyof Table & string]: Table[Code] & { code: Code } };
}

/** An error of a room's table. Its message is English; `textIn` gives it in the reader's language. */
export class AtlasError<Definition extends ErrorDefinition = ErrorDefinition> extends Error {
  readonly details: Record<string, string | number>;
  readonly #definition: Definition;

  constructor(definition: Definition, ...[details]: [details: Details<Definition>] | NoDetails<Definition>) {
    const quoted = Object.fromEntries(
      Object.entries(details ?? {}).map(([name, value]) => [name, typeof value === "string" ? shorten(value) : value]),
    );
    super(fill(definition.en, quoted));
    this.name = "AtlasError";
    this.#definition = definition;
    this.details = quoted;
  }

  get code(): Definition["code"] {
    return this.#definition.code;
  }

  get status(): number {
    return this.#definition.status;
  }

  textIn(language: Language): string {
    return fill(this.#definition[language], this.details);
  }
}

const fill = (text: string, details: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? name));

// What a stranger sent is quoted back, but never at length; what is empty is still seen. A list ends after a whole entry.
const shorten = (text: string): string => {
  if (text === "") return '""';
  return text.length > 300 ? `${text.slice(0, 300).replace(/, [^,]*$/, "")}…` : text;
};
