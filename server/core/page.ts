import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

export const PAGE_FOLDER = fileURLToPath(new URL("../../dist", import.meta.url));

/** Places of the page that are addresses of their own; each opens the same document. */
const PLACES = ["/", "/districts", "/plan", "/data"];

/** Serves the built page. Files with a digest in their name never change; the documents are asked for anew each time. */
export async function servePage(app: FastifyInstance): Promise<void> {
  if (!existsSync(PAGE_FOLDER)) return;
  await app.register(fastifyStatic, {
    root: PAGE_FOLDER,
    index: ["index.html"],
    dotfiles: "ignore",
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  for (const place of PLACES.slice(1)) app.get(place, (_request, reply) => reply.sendFile("index.html"));
  // A browser that opens the API's address gets the page on which questions to it can be written.
  app.addHook("onRequest", async (request, reply) => {
    const wantsPage = request.method === "GET" && request.url === "/graphql" && request.headers.accept?.includes("text/html");
    if (wantsPage) return reply.redirect("/graphiql/");
  });
}
