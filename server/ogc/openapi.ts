// The OpenAPI 3.0 definition of this API, generated from the collections and parameters.

import { titleWithDemoMark } from "../contract/demo.ts";
import type { BilingualText } from "../contract/language.ts";
import { CRS84, OUTPUT_CRSS } from "../geometry/crs.ts";
import { MAX_FIGURE_COLUMNS } from "../indicators/figure-columns.ts";
import { type Collection, collections } from "./collections.ts";
import { type Document, propertySchema } from "./documents.ts";
import { PAGE_SIZE, siteParameters } from "./parameters.ts";
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, type OgcRequest, OPENAPI_TYPE, ownLinks, SCHEMA_TYPE } from "./request.ts";
import { parameterWords, words } from "./words.ts";

interface Parameter {
  name: string;
  in: "query" | "path";
  description: string;
  required: boolean;
  schema: object;
  style?: "form" | "simple";
  explode?: boolean;
}

export function openApi(request: OgcRequest): Document {
  const { language, base, demo } = request;
  const title = titleWithDemoMark(words.title[language], demo);
  const paths = pathsOf(request);
  const json = {
    openapi: "3.0.3",
    info: { title, description: words.description[language], version: "1.0.0" },
    servers: [{ url: base }],
    tags: collections.map(({ id, description }) => ({ name: id, description: description[language] })),
    paths,
  };
  const rows = Object.entries(paths).map(([path, { get }]) => [
    path,
    get.summary,
    get.parameters.map(({ name, description }) => `${name}: ${description}`).join(" · "),
  ]);
  const head = [words.path[language], words.name[language], words.parameters[language]];
  const links = ownLinks(request, OPENAPI_TYPE);
  const page = { title: words.apiPage[language], breadcrumbs: [], tables: [{ title: words.api[language], head, rows }] };
  return { json, type: OPENAPI_TYPE, links, page };
}

function pathsOf(request: OgcRequest) {
  const plainPath = (path: string, title: BilingualText) => [path, operation(request, path, title, JSON_TYPE, [])] as const;
  const collectionPaths = (collection: Collection) => {
    const path = `/collections/${collection.id}`;
    const id: Parameter = {
      ...{ name: "featureId", in: "path", description: words.id[request.language], required: true, style: "simple" },
      schema: { type: "string" },
    };
    return [
      plainPath(path, collection.title),
      [`${path}/queryables`, operation(request, `${path}/queryables`, words.queryables, SCHEMA_TYPE, [])] as const,
      [
        `${path}/items`,
        operation(request, `${path}/items`, words.items, GEOJSON_TYPE, itemParameters(request, collection)),
      ] as const,
      [
        `${path}/items/{featureId}`,
        operation(request, `${path}/items/item`, collection.title, GEOJSON_TYPE, [
          id,
          crsParameter(request, "crs"),
          columnsParameter(request, collection),
        ]),
      ] as const,
    ];
  };
  return Object.fromEntries([
    plainPath("/", words.home),
    [`/api`, operation(request, "/api", words.api, OPENAPI_TYPE, [])] as const,
    plainPath("/conformance", words.conformance),
    plainPath("/collections", words.collections),
    ...collections.flatMap(collectionPaths),
  ]);
}

function operation({ language }: OgcRequest, path: string, summary: BilingualText, type: string, ownParameters: Parameter[]) {
  const content = { [type]: { schema: { type: "object" } }, [HTML_TYPE]: { schema: { type: "string" } } };
  const problem = { "application/problem+json": { schema: { type: "object" } } };
  const errorResponse = (description: string) => ({ description, content: problem });
  const format = query("f", parameterWords.f[language], { type: "string", enum: ["json", "html"] });
  const lang = query("lang", parameterWords.lang[language], { type: "string", enum: ["zh", "en"] });
  return {
    get: {
      operationId: `get${path.replace(/[^a-z]+(.)?/gi, (_, letter = "") => letter.toUpperCase()) || "Landing"}`,
      summary: summary[language],
      ...(path.startsWith("/collections/") ? { tags: [path.split("/")[2] ?? ""] } : {}),
      parameters: [...ownParameters, format, lang],
      responses: {
        "200": { description: summary[language], content },
        "304": { description: "Not Modified" },
        "400": errorResponse("Bad Request"),
        ...(ownParameters.some((parameter) => parameter.in === "path") ? { "404": errorResponse("Not Found") } : {}),
        "500": errorResponse("Internal Server Error"),
      },
    },
  };
}

function itemParameters(request: OgcRequest, collection: Collection): Parameter[] {
  const { language } = request;
  const parameter = (name: keyof typeof parameterWords, schema: object) => query(name, parameterWords[name][language], schema);
  const counts = [4, 6].map((size) => ({ minItems: size, maxItems: size }));
  const site = siteParameters(collection);
  return [
    parameter("limit", { type: "integer", minimum: PAGE_SIZE.min, maximum: PAGE_SIZE.max, default: PAGE_SIZE.standard }),
    parameter("bbox", { type: "array", oneOf: counts, items: { type: "number" } }),
    crsParameter(request, "bbox-crs"),
    parameter("datetime", { type: "string" }),
    crsParameter(request, "crs"),
    parameter("filter", { type: "string" }),
    parameter("filter-lang", { type: "string", enum: ["cql2-text"], default: "cql2-text" }),
    crsParameter(request, "filter-crs"),
    parameter("cursor", { type: "string" }),
    columnsParameter(request, collection),
    ...Object.entries(collection.properties)
      .filter(([name]) => !site.includes(name))
      .map(([name, property]) => query(name, property.title[language], propertySchema(property, request))),
    ...site.map((name) => query(name, parameterWords.siteFilter[language], { type: "string" })),
  ];
}

const query = (name: string, description: string, schema: object): Parameter => ({
  ...{ name, in: "query", description, required: false, schema, style: "form", explode: false },
});

const crsParameter = ({ language }: OgcRequest, name: "crs" | "bbox-crs" | "filter-crs"): Parameter =>
  query(name, parameterWords[name][language], {
    ...{ type: "string", format: "uri", enum: OUTPUT_CRSS.map(({ uri }) => uri), default: CRS84.uri },
  });

const columnsParameter = ({ language }: OgcRequest, { columns }: Collection): Parameter =>
  query("columns", parameterWords.columns[language], {
    ...{ type: "array", items: { type: "string" }, maxItems: MAX_FIGURE_COLUMNS },
    ...(columns && { default: columns }),
  });
