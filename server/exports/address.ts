// Shared by the addresses of all downloads.

import { createHash } from "node:crypto";
import { readLastMoment, readAsOf as readMomentText } from "../contract/days.ts";
import { DEMO_MARK } from "../contract/demo.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import type { Query } from "../core/query.ts";
import { graphqlErrors } from "../graphql/errors.ts";
import { checkEntries } from "../graphql/vocabulary.ts";
import type { AsOf } from "../indicators/figure-precedence.ts";

/** Parses a moment, or a day, which means its end; throws MOMENT_MALFORMED. */
export function readAsOf(asof: string | undefined): AsOf {
  if (asof === undefined) return null;
  const moment = readLastMoment(readMomentText(asof) ?? "");
  if (!moment) throw new AtlasError(graphqlErrors.MOMENT_MALFORMED, { argument: "asof", value: asof });
  return moment;
}

/** What stands at the head of the columns of CSV: their names, the same as everywhere in the API, or words in the file's language. */
const headersList = ["names", "words"] as const;
export type Headers = (typeof headersList)[number];

/** Reads which column heads are requested; throws VALUE_UNKNOWN. */
export function readHeaders(headers = "names"): Headers {
  const headersMode = headersList.find((each) => each === headers);
  if (!headersMode)
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument: "headers", value: headers, allowed: headersList.join(", ") });
  return headersMode;
}

/** The most sites that are shown side by side. */
const MAX_COMPARED_SITES = 6;

/** Reads the slugs of the sites that a workbook shows side by side; throws LIST_TOO_LONG and the errors of checkText. */
export function readComparedSites(compare = ""): string[] {
  const slugs = compare.split(",").filter(Boolean);
  checkEntries("compare", slugs, MAX_COMPARED_SITES);
  return slugs;
}

/** The query string as shown in files. Chinese remains readable: only characters that would end a value or the address are encoded. */
export const queryOf = (query: Query): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${value.replace(/[\s%&+#"<>]/g, encodeURIComponent)}`)
    .join("&");

/**
 * The header Content-Disposition of a file. Its name states the content and the data version, and whether it is a demonstration; a short
 * digest of what was chosen keeps files of different filters apart in one folder.
 */
export function attachmentHeader(content: string, chosen: string, version: number, extension: string, demo: boolean): string {
  const digest = chosen && `-${createHash("sha256").update(chosen).digest("hex").slice(0, 6)}`;
  return `attachment; filename="${demo ? `${DEMO_MARK.file}-` : ""}wuhan-service-trade-${content}${digest}-v${version}.${extension}"`;
}
