import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Basemap } from "../contract/basemaps.ts";
import { acceptedType } from "../core/accept.ts";
import { addVaryHeader } from "../core/http.ts";
import { pathOf } from "../core/methods.ts";
import { type Basemaps, TILES_ADDRESS } from "./basemaps.ts";
import { withContact } from "./contact.ts";

export const PAGE_FOLDER = fileURLToPath(new URL("../../dist", import.meta.url));

/** The HTML document of each address: the views of the page share one; the embedded map and the query editor have their own. */
const DOCUMENTS = {
  "/": "index.html",
  "/index.html": "index.html",
  "/districts": "index.html",
  "/plan": "index.html",
  "/data": "index.html",
  "/embed": "embed.html",
  "/embed.html": "embed.html",
  "/graphiql/": "graphiql/index.html",
  "/graphiql/index.html": "graphiql/index.html",
};

/** Serves the built page. Files with a hash in their name never change; documents are always revalidated. */
export async function servePage(app: FastifyInstance, { available }: Basemaps, contactEmail?: string): Promise<void> {
  if (!existsSync(PAGE_FOLDER)) return;
  await app.register(fastifyStatic, {
    root: PAGE_FOLDER,
    index: false,
    // Documents have their own addresses, below: injected content is the same under each of them.
    allowedPath: (path) => !path.endsWith(".html"),
    dotfiles: "ignore",
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  for (const [address, document] of Object.entries(DOCUMENTS)) {
    app.get(address, { config: { isPage: true } }, async (_request, reply) => {
      // Read for each request: the page may be rebuilt while the server is running.
      const text = await readFile(`${PAGE_FOLDER}/${document}`, "utf8").catch(() => null);
      if (text === null) return reply.callNotFound();
      return reply
        .header("cache-control", "no-cache")
        .type("text/html; charset=utf-8")
        .send(withContact(withBasemaps(address === "/" ? text : withoutMap(text), available), contactEmail));
    });
  }
  // A browser that opens the address of the API without a query is redirected to the query editor.
  app.addHook("onRequest", async (request, reply) => {
    if (request.routeOptions.url !== "/graphql" || request.method === "POST") return;
    if (new URLSearchParams(request.url.slice(pathOf(request.url).length)).has("query")) return;
    addVaryHeader(reply, "accept");
    const type = acceptedType(request.headers.accept, ["application/json", "application/graphql-response+json", "text/html"]);
    if (type === "text/html") return reply.redirect("/graphiql/");
  });
}

/** Marks what the built document asks for ahead of need on pages with a map (vite.config.ts). */
export const MAP_ONLY = " data-map-only";

const withoutMap = (document: string): string => document.replace(new RegExp(`<link [^<>]*${MAP_ONLY}>\\s*`, "g"), "");

/** Writes the available basemaps into a document, so that the page need not request them. Nothing is written for the default alone. */
export function withBasemaps(document: string, available: readonly Basemap[]): string {
  if (available.length === 1 && available[0]?.kind === "embedded") return document;
  const content = JSON.stringify(available).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return document.replace("</head>", () => `<meta name="atlas-basemaps" content="${content}" /></head>`);
}

/** Serves the configured PMTiles file, and no other file of its folder. Browsers read it in ranges. */
export async function serveBasemap(app: FastifyInstance, { file }: Basemaps): Promise<void> {
  if (!file) return;
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, { root: dirname(file), serve: false, cacheControl: false });
    scope.get(TILES_ADDRESS, { compress: false }, (_request, reply) =>
      reply.header("cache-control", "public, max-age=3600").type("application/vnd.pmtiles").sendFile(basename(file)),
    );
  });
}
