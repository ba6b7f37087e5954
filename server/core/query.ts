import type { FastifyRequest } from "fastify";
import { languages } from "../contract/language.ts";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";
import { checkControl } from "./text.ts";

/** The parameters of an address by their names. */
export type Query = Readonly<Record<string, string>>;

/** Checks the parts of a path that stand for names; throws TEXT_WITH_CONTROL. */
export async function checkPath(request: FastifyRequest): Promise<void> {
  for (const part of Object.values(request.params as Record<string, string>)) checkControl(part, "address");
}

/**
 * The parameters of a request for data, checked for what holds at every address: each stands there once (lists are written with commas),
 * no text has control characters, and `lang` is a language of the atlas. Throws PARAMETER_REPEATED, TEXT_WITH_CONTROL, VALUE_UNKNOWN.
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
