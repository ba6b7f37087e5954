// /download/compare.{csv,xlsx}?set=districts&measures=gdp,gdp:PER_KM2&period=2023&asof=2026-01-01&picks=420102,420106&headers=names|words&lang=zh|en, and
// the parameters of the site filter, which select the sites that are counted or, with set=sites, compared.

import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { readMeasure } from "../compare/measure.ts";
import { downloadFormats, type MeasureTableFormat, measureTableFormats } from "../contract/downloads.ts";
import { readSubjectSet, subjectSets } from "../contract/measures.ts";
import { filterParameters } from "../contract/site-filter.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { etagOf, isNotModified } from "../core/etag.ts";
import { addVaryHeader, disconnection, languageFor, originOf } from "../core/http.ts";
import { readQuery } from "../core/query.ts";
import type { Database } from "../database/pool.ts";
import { dataVersion } from "../provenance/version.ts";
import { filterFromAddress } from "../sites/filter-address.ts";
import { attachmentHeader, queryOf, readAsOf, readHeaders } from "./address.ts";
import { type ComparisonFile, type ComparisonRequest, readComparison } from "./comparison.ts";
import { writeComparisonCsv, writeComparisonXlsx } from "./comparison-files.ts";
import { exportErrors } from "./errors.ts";
import { readFilterText } from "./filter-text.ts";

const writers: Record<MeasureTableFormat, (file: ComparisonFile) => AsyncGenerator<string | Uint8Array>> = {
  csv: writeComparisonCsv,
  xlsx: writeComparisonXlsx,
};

const PARAMETERS = ["set", "measures", "period", "asof", "picks", "headers", "lang"];

/** The names of these files. */
export const comparisonFiles = measureTableFormats.map((extension) => `compare.${extension}`);

/** `publicUrl` is the address at which users reach the atlas; files state it. */
export function serveComparisons(app: FastifyInstance, database: Database, publicUrl?: string): void {
  for (const extension of measureTableFormats) {
    app.get(`/download/compare.${extension}`, async (request, reply) => {
      addVaryHeader(reply, "accept-language");
      const comparison = await read(request, database, publicUrl);
      const { version, tiles, demo } = await dataVersion(database);
      const etag = etagOf(["compare", extension, tiles, comparison.query, comparison.address, comparison.headers], "weak");
      reply.header("cache-control", "no-cache");
      if (isNotModified(request, etag)) return reply.header("etag", etag).code(304).send();
      const file = await readComparison(database.with({ signal: disconnection(reply), lane: "heavy" }), comparison);
      if (file.version !== version) throw new AtlasError(exportErrors.DATA_CHANGED, { version });
      return reply
        .header("etag", etag)
        .type(downloadFormats[extension].mediaType)
        .header("content-disposition", attachmentHeader("comparison", comparison.query, version, extension, demo))
        .send(Readable.from(writers[extension](file)));
    });
  }
}

async function read(request: FastifyRequest, database: Database, publicUrl: string | undefined): Promise<ComparisonRequest> {
  const { lang: _lang, headers, ...parameters } = readQuery(request);
  const { set: name = "districts", measures, period, asof, picks, ...filter } = parameters;
  for (const name of Object.keys(filter)) {
    if (filterParameters.includes(name)) continue;
    throw new AtlasError(commonErrors.PARAMETER_UNKNOWN, {
      argument: name,
      allowed: [...PARAMETERS, ...filterParameters].join(", "),
    });
  }
  const language = languageFor(request);
  const asOf = readAsOf(asof);
  const set = readSubjectSet(name);
  if (!set)
    throw new AtlasError(commonErrors.VALUE_UNKNOWN, {
      argument: "set",
      value: name,
      allowed: Object.values(subjectSets).join(", "),
    });
  const list = (text: string | undefined) => text?.split(",").filter(Boolean) ?? [];
  const subjects = list(picks);
  const query = queryOf(asOf ? { ...parameters, asof: asOf } : parameters);
  return {
    input: {
      set,
      measures: list(measures).map((measure) => readMeasure(measure, "measures")),
      period,
      asOf,
      subjects: subjects.length > 0 ? subjects : undefined,
      filter: Object.keys(filter).length > 0 ? filterFromAddress(filter) : undefined,
    },
    query,
    filterText: await readFilterText(database, filter, language),
    address: `${originOf(request, publicUrl)}/${set === "SITE" ? "" : "districts"}?${query}&lang=${language}`,
    language,
    headers: readHeaders(headers),
  };
}
