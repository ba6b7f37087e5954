import type { FastifyRequest } from "fastify";
import { languages } from "../contract/language.ts";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";
import { checkControl } from "./text.ts";

/** The query parameters of an address by name. */
export type Query = Readonly<Record<string, string>>;

/** Checks the path parameters of a request; throws TEXT_WITH_CONTROL. */
export async function checkPathParameters(request: FastifyRequest): Promise<void> {
  for (const part of Object.values(request.params as Record<string, string>)) checkControl(part, "address");
}

/**
 * The query parameters of a request, with the checks that apply to every address: each parameter occurs once (lists use commas), there
 * are no control characters, and `lang` is a language of the atlas. Throws PARAMETER_REPEATED, TEXT_WITH_CONTROL, VALUE_UNKNOWN.
 */
export function readQuery(request: FastifyRequest): Query {
  const query = request.query as Record<string, string | string[]>;
  for (const [argument, value] of Object.entries(query)) {
    if (typeof value !== "string") throw new AtlasError(commonErrors.PARAMETER_REPEATED, { argument });
    checkControl(argument, "address");
    checkControl(value, argument);
  }
  const { lang } = query as Query;
  if (lang !== undefined && !languages.some((language) => language === lang))
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument: "lang", value: lang, allowed: languages.join(", ") });
  return query as Query;
}
