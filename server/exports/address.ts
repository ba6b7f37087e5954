// What the addresses of downloads have in common.
import type { FastifyRequest } from "fastify";
import { readLastMoment } from "../core/days.ts";
import { DEMO } from "../core/demo.ts";
import { AtlasError, type Language } from "../core/errors.ts";
import { languageFor } from "../core/http.ts";
import type { AsOf } from "../indicators/standing.ts";

export type Parameters = Record<string, string | string[] | undefined>;

/** The language of a file; throws VALUE_UNKNOWN. */
export function readLanguage(request: FastifyRequest, lang: string | string[] | undefined): Language {
  if (lang !== undefined && lang !== "zh" && lang !== "en")
    throw new AtlasError("VALUE_UNKNOWN", { argument: "lang", value: String(lang), known: "zh, en" });
  return languageFor(request);
}

/** A moment, or a day, at whose end what it held was known; throws MOMENT_MALFORMED. */
export function readAsOf(asof: string | string[] | undefined): AsOf {
  if (asof === undefined || asof === "") return null;
  const moment = typeof asof === "string" ? readLastMoment(asof) : undefined;
  if (!moment) throw new AtlasError("MOMENT_MALFORMED", { argument: "asof", value: String(asof) });
  return moment;
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
