// Parses CQL2 text (OGC 21-065r2) as far as it applies to flat columns and one geometry: logic, comparison, LIKE, IN, BETWEEN, IS NULL,
// CASEI, spatial predicates, and the extension S_DWITHIN. A recursive descent parser with one method for each rule. It does not know the
// tables: sql.ts resolves the names of properties.

import { readMoment } from "../contract/days.ts";
import { Budget } from "../core/budget.ts";
import { commonErrors } from "../core/common-errors.ts";
import { CRS84, type Crs } from "../geometry/crs.ts";
import { cql2Errors } from "./errors.ts";
import { COMPARATORS, type Expression, type Operand, SPATIAL_FUNCTIONS, type SpatialName } from "./expression.ts";
import { GEOMETRIES, GeometryReader, geometryAt } from "./geometry.ts";
import { numericValue, Tokens } from "./tokens.ts";

const MAX_DEPTH = 20;
const MAX_METRES = 500_000;
const METRES_PER_UNIT: Record<string, number> = { METERS: 1, METRES: 1, M: 1, KILOMETERS: 1000, KILOMETRES: 1000, KM: 1000 };
const RESERVED_WORDS = ["AND", "OR", "NOT", "LIKE", "IN", "BETWEEN", "IS", "NULL", "TRUE", "FALSE"];
const FUNCTION_NAMES = [...Object.keys(SPATIAL_FUNCTIONS), "S_DWITHIN", "CASEI", "DATE", "TIMESTAMP", ...GEOMETRIES];

/**
 * Parses a CQL2 text; `argument` is its name in errors, `crs` its coordinate system. What it contains is taken from the budget. Throws the
 * CQL2_ errors with the position of the problem, and the errors of Tokens and GeometryReader.
 */
export function parseCql2(text: string, argument: string, crs: Crs = CRS84, budget = new Budget()): Expression {
  const tokens = new Tokens(text, argument, budget);
  const expression = new Parser(tokens, crs, budget).disjunction();
  if (tokens.next.kind !== "end") throw tokens.unexpected("AND", "OR");
  return expression;
}

class Parser {
  private readonly tokens: Tokens;
  private readonly geometries: GeometryReader;
  private readonly budget: Budget;
  private depth = 0;

  constructor(tokens: Tokens, crs: Crs, budget: Budget) {
    this.tokens = tokens;
    this.budget = budget;
    this.geometries = new GeometryReader(tokens, crs, budget);
  }

  disjunction(): Expression {
    return this.readChain("or", () => this.readChain("and", () => this.negation()));
  }

  private readChain(op: "and" | "or", part: () => Expression): Expression {
    const parts = [part()];
    while (this.tokens.takeWord(op.toUpperCase())) parts.push(part());
    return parts.length === 1 ? (parts[0] as Expression) : { op, parts };
  }

  private negation(): Expression {
    return this.tokens.isWord("NOT") ? this.nested("NOT", () => ({ op: "not", part: this.negation() })) : this.primary();
  }

  private primary(): Expression {
    const { tokens } = this;
    if (tokens.isSymbol("(")) {
      return this.nested("(", () => {
        const inner = this.disjunction();
        if (!tokens.takeSymbol(")")) throw tokens.unexpected(")", "AND", "OR");
        return inner;
      });
    }
    const name = tokens.callName;
    if (name === "S_DWITHIN") return this.dwithin();
    if (name && Object.hasOwn(SPATIAL_FUNCTIONS, name)) return this.spatial(name as SpatialName);
    return this.predicate();
  }

  private nested(opening: string, inner: () => Expression): Expression {
    const { position } = this.tokens.take();
    this.depth++;
    if (this.depth > MAX_DEPTH) throw this.tokens.errorAt(cql2Errors.CQL2_TOO_DEEP, position, { opening, max: MAX_DEPTH });
    const expression = inner();
    this.depth--;
    return expression;
  }

  private predicate(): Expression {
    const { tokens } = this;
    const left = this.operand();
    const comparator = COMPARATORS.find((symbol) => tokens.takeSymbol(symbol));
    if (comparator) return { op: "compare", comparator, left, right: this.operand() };
    if (tokens.takeWord("IS")) {
      const isNot = tokens.takeWord("NOT");
      tokens.expectWord("NULL");
      return negateIf(isNot, { op: "null", left });
    }
    // TRUE and FALSE are conditions by themselves.
    if (left.kind === "value" && typeof left.value === "boolean") return { op: "constant", value: left.value };
    const isNot = tokens.takeWord("NOT");
    if (tokens.takeWord("LIKE")) return negateIf(isNot, { op: "like", left, pattern: this.pattern() });
    if (tokens.takeWord("IN")) return negateIf(isNot, { op: "in", left, list: this.list() });
    if (tokens.takeWord("BETWEEN")) {
      const min = this.operand();
      tokens.expectWord("AND");
      return negateIf(isNot, { op: "between", left, min, max: this.operand() });
    }
    throw tokens.unexpected(...(isNot ? [] : [...COMPARATORS, "IS NULL", "NOT"]), "LIKE", "IN", "BETWEEN");
  }

  private list(): Operand[] {
    this.tokens.expectSymbol("(");
    const list = [this.operand()];
    while (this.tokens.takeSymbol(",")) list.push(this.operand());
    this.tokens.expectSymbol(")");
    return list;
  }

  // A pattern must be a text.
  private pattern(): Operand {
    const { next, callName } = this.tokens;
    if (next.kind !== "text" && callName !== "CASEI") throw this.tokens.unexpected("'text%'", "CASEI('text%')");
    return this.operand(true);
  }

  private operand(isPattern = false): Operand {
    const { tokens } = this;
    const { kind, value, isQuoted, position } = tokens.next;
    this.budget.take("cqlOperands", 1, ({ max }) => tokens.errorAt(cql2Errors.CQL2_TOO_LARGE, position, { max }));
    if (geometryAt(tokens)) return { kind: "geometry", geometry: this.geometries.read(), position };
    if (tokens.callName) return this.call(tokens.callName, position, isPattern);
    if (kind === "text") {
      tokens.take();
      // In a pattern, the database interprets the backslashes.
      return { kind: "value", type: "string", value: isPattern ? value : value.replaceAll("\\\\", "\\"), position };
    }
    if (kind === "number") return { kind: "value", type: "number", value: numericValue(tokens.take()), position };
    if (tokens.isWord("TRUE") || tokens.isWord("FALSE"))
      return { kind: "value", type: "boolean", value: tokens.take().value.toUpperCase() === "TRUE", position };
    if (kind !== "name" || (!isQuoted && RESERVED_WORDS.includes(value.toUpperCase())))
      throw tokens.unexpected("property", "'text'", "123.4", "TRUE", "FALSE", "CASEI(", "S_INTERSECTS(", "(");
    return { kind: "property", name: tokens.take().value, position };
  }

  private call(name: string, position: number, isPattern: boolean): Operand {
    const { tokens } = this;
    if (name !== "CASEI" && name !== "DATE" && name !== "TIMESTAMP")
      throw tokens.errorAt(cql2Errors.CQL2_FUNCTION_UNKNOWN, position, { actual: name, allowed: FUNCTION_NAMES.join(", ") });
    tokens.take();
    tokens.expectSymbol("(");
    const operand = name === "CASEI" ? this.caseless(position, isPattern) : this.moment(name === "DATE" ? "date" : "timestamp");
    tokens.expectSymbol(")");
    return operand;
  }

  private caseless(position: number, isPattern: boolean): Operand {
    const { kind } = this.tokens.next;
    if (this.tokens.callName || (kind !== "text" && (isPattern || kind !== "name")))
      throw this.tokens.unexpected(...(isPattern ? [] : ["property"]), "'text'");
    return { kind: "caseless", operand: this.operand(isPattern), position };
  }

  private moment(type: "date" | "timestamp"): Operand {
    const { kind, value, position } = this.tokens.next;
    const shape = type === "date" ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
    if (kind !== "text" || !shape.test(value) || !readMoment(value))
      throw this.tokens.unexpected(type === "date" ? "'2027-12-31'" : "'2027-12-31T23:59:59Z'");
    return { kind: "value", type, value: this.tokens.take().value, position };
  }

  private spatial(name: SpatialName): Expression {
    const [left, right] = this.pair();
    this.tokens.expectSymbol(")");
    return { op: "spatial", name, left, right };
  }

  // S_DWITHIN(a, b, 5, 'km'): within this distance on the ground; the default unit is metres.
  private dwithin(): Expression {
    const { tokens } = this;
    const [left, right] = this.pair();
    tokens.expectSymbol(",");
    const distance = tokens.expectNumber();
    const unit = tokens.takeSymbol(",") ? tokens.next.value.toUpperCase() : undefined;
    const factor = unit === undefined ? 1 : METRES_PER_UNIT[unit];
    if (factor === undefined) throw tokens.unexpected("meters", "kilometers");
    if (unit !== undefined) tokens.take();
    const metres = distance * factor;
    const range = { min: 0, max: MAX_METRES, value: metres };
    if (!(metres >= 0 && metres <= MAX_METRES)) throw tokens.errorAt(commonErrors.NUMBER_OUT_OF_RANGE, left.position, range);
    tokens.expectSymbol(")");
    return { op: "dwithin", left, right, metres };
  }

  private pair(): [Operand, Operand] {
    this.tokens.take();
    this.tokens.expectSymbol("(");
    const left = this.operand();
    this.tokens.expectSymbol(",");
    return [left, this.operand()];
  }
}

const negateIf = (isNot: boolean, part: Expression): Expression => (isNot ? { op: "not", part } : part);
