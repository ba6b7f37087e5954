// The definition of this API (OpenAPI 3.0), made of the collections and parameters themselves.

import { titled } from "../contract/demo.ts";
import type { Words } from "../contract/language.ts";
import { CRS84, CRSS } from "../geometry/crs.ts";
import { type Collection, collections } from "./collections.ts";
import { type Document, propertySchema } from "./documents.ts";
import { PAGE, siteParameters } from "./parameters.ts";
import { type Asked, GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE, ownLinks, SCHEMA_TYPE } from "./request.ts";
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

export function openApi(asked: Asked): Document {
  const { language, base, demo } = asked;
  const title = titled(words.title[language], demo);
  const paths = pathsOf(asked);
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
  const links = ownLinks(asked, OPENAPI_TYPE);
  const page = { title: words.apiPage[language], above: [], tables: [{ title: words.api[language], head, rows }] };
  return { json, type: OPENAPI_TYPE, links, page };
}

function pathsOf(asked: Asked) {
  const about = (path: string, title: Words) => [path, operation(asked, path, title, JSON_TYPE, [])] as const;
  const ofCollection = (collection: Collection) => {
    const path = `/collections/${collection.id}`;
    const id: Parameter = {
      ...{ name: "featureId", in: "path", description: words.id[asked.language], required: true, style: "simple" },
      schema: { type: "string" },
    };
    return [
      about(path, collection.title),
      [`${path}/queryables`, operation(asked, `${path}/queryables`, words.queryables, SCHEMA_TYPE, [])] as const,
      [`${path}/items`, operation(asked, `${path}/items`, words.items, GEOJSON_TYPE, itemParameters(asked, collection))] as const,
      [
        `${path}/items/{featureId}`,
        operation(asked, `${path}/items/item`, collection.title, GEOJSON_TYPE, [id, crsParameter(asked, "crs")]),
      ] as const,
    ];
  };
  return Object.fromEntries([
    about("/", words.home),
    [`/api`, operation(asked, "/api", words.api, OPENAPI_TYPE, [])] as const,
    about("/conformance", words.conformance),
    about("/collections", words.collections),
    ...collections.flatMap(ofCollection),
  ]);
}

function operation({ language }: Asked, path: string, summary: Words, type: string, own: Parameter[]) {
  const content = { [type]: { schema: { type: "object" } }, [HTML_TYPE]: { schema: { type: "string" } } };
  const problem = { "application/problem+json": { schema: { type: "object" } } };
  const failing = (description: string) => ({ description, content: problem });
  const format = query("f", parameterWords.f[language], { type: "string", enum: ["json", "html"] });
  const tongue = query("lang", parameterWords.lang[language], { type: "string", enum: ["zh", "en"] });
  return {
    get: {
      operationId: `get${path.replace(/[^a-z]+(.)?/gi, (_, letter = "") => letter.toUpperCase()) || "Landing"}`,
      summary: summary[language],
      ...(path.startsWith("/collections/") ? { tags: [path.split("/")[2] ?? ""] } : {}),
      parameters: [...own, format, tongue],
      responses: {
        "200": { description: summary[language], content },
        "304": { description: "Not Modified" },
        "400": failing("Bad Request"),
        ...(own.some(({ in: place }) => place === "path") ? { "404": failing("Not Found") } : {}),
        "500": failing("Internal Server Error"),
      },
    },
  };
}

function itemParameters(asked: Asked, collection: Collection): Parameter[] {
  const { language } = asked;
  const told = (name: keyof typeof parameterWords, schema: object) => query(name, parameterWords[name][language], schema);
  const counts = [4, 6].map((size) => ({ minItems: size, maxItems: size }));
  const site = siteParameters(collection);
  return [
    told("limit", { type: "integer", minimum: PAGE.least, maximum: PAGE.most, default: PAGE.standard }),
    told("bbox", { type: "array", oneOf: counts, items: { type: "number" } }),
    crsParameter(asked, "bbox-crs"),
    told("datetime", { type: "string" }),
    crsParameter(asked, "crs"),
    told("filter", { type: "string" }),
    told("filter-lang", { type: "string", enum: ["cql2-text"], default: "cql2-text" }),
    crsParameter(asked, "filter-crs"),
    told("cursor", { type: "string" }),
    ...Object.entries(collection.properties)
      .filter(([name]) => !site.includes(name))
      .map(([name, property]) => query(name, property.title[language], propertySchema(property, asked))),
    ...site.map((name) => query(name, parameterWords.siteFilter[language], { type: "string" })),
  ];
}

const query = (name: string, description: string, schema: object): Parameter => ({
  ...{ name, in: "query", description, required: false, schema, style: "form", explode: false },
});

const crsParameter = ({ language }: Asked, name: "crs" | "bbox-crs" | "filter-crs"): Parameter =>
  query(name, parameterWords[name][language], {
    ...{ type: "string", format: "uri", enum: CRSS.map(({ uri }) => uri), default: CRS84.uri },
  });
