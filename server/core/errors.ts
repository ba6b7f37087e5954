import type { BilingualText, Language } from "../contract/language.ts";

interface ErrorText {
  /** HTTP status; 200 for a notice in a successful response. */
  status: number;
  /** After how many seconds it is worth trying again: the header Retry-After. */
  retryAfterSeconds?: number;
  /** The problem, its place and the remedy. {name} is replaced by the detail of that name. */
  en: string;
  zh: string;
}

/** An entry of an error table with its code. */
export interface ErrorDefinition extends ErrorText {
  code: string;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** The values of the message's placeholders, and further details that are sent along. */
type Details<Definition extends ErrorDefinition> = Record<Placeholders<Definition["en"]>, string | number | BilingualText> &
  Record<string, string | number | BilingualText>;

type NoDetails<Definition extends ErrorDefinition> = [Placeholders<Definition["en"]>] extends [never] ? [] : never;

/** The error table of one folder. Only entries of such tables can be thrown as AtlasError, so the set of errors is closed. */
export function defineErrors<const Table extends Record<string, ErrorText>>(table: Table) {
  const entries = Object.entries(table).map(([code, text]) => [code, { code, ...text }]);
  return Object.fromEntries(entries) as { [Code in keyof Table & string]: Table[Code] & { code: Code } };
}

/** An error of an error table. `message` is English; `textIn` returns it in another language. */
export class AtlasError<Definition extends ErrorDefinition = ErrorDefinition> extends Error {
  /** Texts in English. */
  readonly details: Record<string, string | number>;
  readonly #definition: Definition;
  readonly #given: Record<string, string | number | BilingualText>;

  constructor(definition: Definition, ...[details]: [details: Details<Definition>] | NoDetails<Definition>) {
    const quoted = detailsIn("en", details ?? {});
    super(fillPlaceholders(definition.en, quoted));
    this.name = "AtlasError";
    this.#definition = definition;
    this.#given = details ?? {};
    this.details = quoted;
  }

  get code(): Definition["code"] {
    return this.#definition.code;
  }

  get status(): number {
    return this.#definition.status;
  }

  get retryAfterSeconds(): number | undefined {
    return this.#definition.retryAfterSeconds;
  }

  textIn(language: Language): string {
    return fillPlaceholders(this.#definition[language], detailsIn(language, this.#given));
  }
}

function detailsIn(
  language: Language,
  details: Record<string, string | number | BilingualText>,
): Record<string, string | number> {
  const textOf = (value: string | number | BilingualText) =>
    typeof value === "object" ? value[language] : typeof value === "string" ? shorten(value) : value;
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, textOf(value)]));
}

const fillPlaceholders = (text: string, details: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? name));

// Input is quoted back, but shortened; empty input is shown as quotes. A list is cut off after a whole entry.
const shorten = (text: string): string => {
  if (text === "") return '""';
  return text.length > 300 ? `${text.slice(0, 300).replace(/, [^,]*$/, "")}…` : text;
};
