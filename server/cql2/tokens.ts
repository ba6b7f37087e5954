// The tokens of a CQL2 text with their positions, and the reader that the parsers of expressions and geometries share.
import type { Budget } from "../core/budget.ts";
import { AtlasError, type ErrorDefinition } from "../core/errors.ts";
import { checkControl } from "../core/text.ts";
import { cql2Errors } from "./errors.ts";

interface Token {
  kind: "name" | "text" | "number" | "symbol" | "end";
  /** A name without quotes; a text with escaped quotes and control characters resolved and other backslashes kept. */
  value: string;
  /** Whether a name was quoted: it is then always a property and never a keyword. */
  isQuoted: boolean;
  /** Position of its first character, from 1. */
  position: number;
}

// White space of the CQL2 grammar, the ideographic space among it.
const SPACE = /[\s\u0085]+/y;
const NAME = /[\p{L}_:][\p{L}\p{M}\p{N}_:.]*/uy;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const SYMBOL = /<>|<=|>=|[=<>(),]/y;

/** Reads a CQL2 text token by token, only as far as the parser needs; `argument` is its name in errors. */
export class Tokens {
  readonly argument: string;
  private readonly unread: Iterator<Token, undefined>;
  /** Tokens that were looked at and not taken; the last one of a text remains. */
  private readonly lookahead: Token[] = [];

  /** Throws CQL2_TOO_LONG, TEXT_WITH_CONTROL; every method throws CQL2_QUOTE_OPEN, CQL2_UNEXPECTED where a token cannot be read. */
  constructor(text: string, argument: string, budget: Budget) {
    this.argument = argument;
    budget.take("cqlCharacters", text.length, (total) => new AtlasError(cql2Errors.CQL2_TOO_LONG, { argument, ...total }));
    checkControl(text, argument);
    this.unread = split(text, argument);
  }

  get next(): Token {
    return this.tokenAt(0) as Token;
  }

  private tokenAt(distance: number): Token | undefined {
    while (this.lookahead.length <= distance && this.lookahead.at(-1)?.kind !== "end")
      this.lookahead.push(this.unread.next().value as Token);
    return this.lookahead[distance];
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== "end") this.lookahead.shift();
    return token;
  }

  isSymbol(value: string): boolean {
    return this.next.kind === "symbol" && this.next.value === value;
  }

  isWord(value: string): boolean {
    return this.next.kind === "name" && !this.next.isQuoted && this.next.value.toUpperCase() === value;
  }

  /** The next name in upper case if a parenthesis follows: the name of a function, geometry or literal. */
  get callName(): string | undefined {
    return this.callNameAt(1);
  }

  /** The same where a certain word may stand before the parenthesis. */
  callNameSkipping(word: string): string | undefined {
    const between = this.tokenAt(1);
    const wordIsThere = between?.kind === "name" && !between.isQuoted && between.value.toUpperCase() === word;
    return this.callNameAt(wordIsThere ? 2 : 1);
  }

  private callNameAt(distance: number): string | undefined {
    const after = this.tokenAt(distance);
    const isCall = this.next.kind === "name" && !this.next.isQuoted && after?.kind === "symbol" && after.value === "(";
    return isCall ? this.next.value.toUpperCase() : undefined;
  }

  takeSymbol(value: string): boolean {
    if (!this.isSymbol(value)) return false;
    this.take();
    return true;
  }

  takeWord(value: string): boolean {
    if (!this.isWord(value)) return false;
    this.take();
    return true;
  }

  expectSymbol(value: string): void {
    if (!this.takeSymbol(value)) throw this.unexpected(value);
  }

  expectWord(value: string): void {
    if (!this.takeWord(value)) throw this.unexpected(value);
  }

  expectNumber(): number {
    if (this.next.kind !== "number") throw this.unexpected("123.4");
    return numericValue(this.take());
  }

  /** The error for an unexpected token; it lists what is expected here in the notation of CQL2. */
  unexpected(...expected: string[]): AtlasError {
    const { kind, value, position } = this.next;
    const alternatives = expected.join("  ");
    return kind === "end"
      ? this.errorAt(cql2Errors.CQL2_ENDS, position, { expected: alternatives })
      : this.errorAt(cql2Errors.CQL2_UNEXPECTED, position, { actual: value, expected: alternatives });
  }

  errorAt(definition: ErrorDefinition, position: number, details: Record<string, string | number> = {}): AtlasError {
    return new AtlasError(definition, { argument: this.argument, position, ...details });
  }
}

export const numericValue = (token: Token): number => Number(token.value);

function* split(text: string, argument: string): Generator<Token, undefined> {
  let index = 0;
  const matchHere = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0];
  };
  for (;;) {
    index += matchHere(SPACE)?.length ?? 0;
    const position = index + 1;
    const token = (kind: Token["kind"], value: string, isQuoted = false): Token => ({ kind, value, isQuoted, position });
    if (index === text.length) {
      yield token("end", "");
      return undefined;
    }
    const quote = text[index];
    if (quote === "'" || quote === '"') {
      const { value, end } = quoted(text, index, quote, argument);
      yield token(quote === "'" ? "text" : "name", value, true);
      index = end;
      continue;
    }
    const number = matchHere(NUMBER);
    const matchedText = number ?? matchHere(NAME) ?? matchHere(SYMBOL);
    if (matchedText === undefined || (number !== undefined && !Number.isFinite(Number(number))))
      throw new AtlasError(cql2Errors.CQL2_UNEXPECTED, {
        ...{ argument, position, actual: matchedText ?? String.fromCodePoint(text.codePointAt(index) ?? 0) },
        expected: "property  'text'  123.4  (  )  ,  =  <>  <  <=  >  >=",
      });
    yield token(number ? "number" : /^[\p{L}_:]/u.test(matchedText) ? "name" : "symbol", matchedText);
    index += matchedText.length;
  }
}

// Within quotes, the quote itself is doubled. In a text, a backslash escapes a quote or denotes a control character (CQL2,
// /req/cql2-text/escaping); before any other character it is kept, for LIKE.
const ESCAPES: Record<string, string> = {
  "'": "'",
  ...{ a: "\u0007", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r" },
};

function quoted(text: string, start: number, quote: string, argument: string): { value: string; end: number } {
  let value = "";
  for (let index = start + 1; index < text.length; index++) {
    const character = text[index] as string;
    const next = text[index + 1] ?? "";
    if (character === quote && next !== quote) return { value, end: index + 1 };
    const isEscape = character === "\\" && quote === "'";
    if (isEscape) value += ESCAPES[next] ?? character + next;
    else value += character;
    if (isEscape || character === quote) index++;
  }
  throw new AtlasError(cql2Errors.CQL2_QUOTE_OPEN, { argument, position: start + 1 });
}
