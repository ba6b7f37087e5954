// What the addresses of downloads have in common.

import type { FastifyRequest } from "fastify";
import { readLastMoment } from "../contract/days.ts";
import { DEMO } from "../contract/demo.ts";
import type { Language } from "../contract/language.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { languageFor } from "../core/http.ts";
import { graphqlErrors } from "../graphql/errors.ts";
import type { AsOf } from "../indicators/figure-precedence.ts";

export type Parameters = Record<string, string | string[] | undefined>;

/** The language of a file; throws VALUE_UNKNOWN, PARAMETER_REPEATED. */
export function readLanguage(request: FastifyRequest, lang: string | string[] | undefined): Language {
  const name = single(lang, "lang");
  if (name !== undefined && name !== "zh" && name !== "en")
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument: "lang", value: name, known: "zh, en" });
  return languageFor(request);
}

/** A moment, or a day, at whose end what it held was known; throws MOMENT_MALFORMED, PARAMETER_REPEATED. */
export function readAsOf(asof: string | string[] | undefined): AsOf {
  const text = single(asof, "asof");
  if (text === undefined) return null;
  // A plus that was not encoded arrives as a space.
  const moment = readLastMoment(text.replace(/ (?=\d{2}:\d{2}$)/, "+"));
  if (!moment) throw new AtlasError(graphqlErrors.MOMENT_MALFORMED, { argument: "asof", value: text });
  return moment;
}

/** A parameter that means nothing twice; empty is as if it were not there. Throws PARAMETER_REPEATED. */
export function single(given: string | string[] | undefined, argument: string): string | undefined {
  if (Array.isArray(given)) throw new AtlasError(commonErrors.PARAMETER_REPEATED, { argument });
  return given || undefined;
}

/** The query string as files name it. Chinese stays readable; only what would end a value, or the address, is encoded. */
export const queryOf = (parameters: Parameters): string =>
  Object.entries(parameters)
    .flatMap(([name, values]) =>
      [values ?? []].flat().map((value) => `${name}=${value.replace(/[\s%&+#"<>]/g, encodeURIComponent)}`),
    )
    .join("&");

/** The name of a file with what it holds, its data version and, first of all, the mark of a demonstration. */
export const attachment = (what: string, version: number, ending: string, demo: boolean): string =>
  `attachment; filename="${demo ? `${DEMO.file}-` : ""}wuhan-service-trade-${what}-v${version}.${ending}"`;
