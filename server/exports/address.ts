// What the addresses of downloads have in common.

import { readLastMoment, readAsOf as readMomentText } from "../contract/days.ts";
import { DEMO } from "../contract/demo.ts";
import { AtlasError } from "../core/errors.ts";
import type { Query } from "../core/query.ts";
import { graphqlErrors } from "../graphql/errors.ts";
import type { AsOf } from "../indicators/figure-precedence.ts";

/** Parses a moment, or a day, which means its end; throws MOMENT_MALFORMED. */
export function readAsOf(asof: string | undefined): AsOf {
  if (asof === undefined) return null;
  const moment = readLastMoment(readMomentText(asof) ?? "");
  if (!moment) throw new AtlasError(graphqlErrors.MOMENT_MALFORMED, { argument: "asof", value: asof });
  return moment;
}

/** The query string as files name it. Chinese stays readable; only what would end a value, or the address, is encoded. */
export const queryOf = (query: Query): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${value.replace(/[\s%&+#"<>]/g, encodeURIComponent)}`)
    .join("&");

/** The name of a file with what it holds, its data version and, first of all, the mark of a demonstration. */
export const attachment = (what: string, version: number, ending: string, demo: boolean): string =>
  `attachment; filename="${demo ? `${DEMO.file}-` : ""}wuhan-service-trade-${what}-v${version}.${ending}"`;
