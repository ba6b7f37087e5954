import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { readConfig } from "./server/config.ts";
import { withContact } from "./server/page/contact.ts";
import { withDemoMark } from "./server/page/demo.ts";
import { MAP_ONLY, withBasemaps } from "./server/page/serve.ts";
import { widths } from "./web/core/widths.ts";

// The atlas itself answers /graphql and the tiles; in development it runs beside Vite.
const atlas = process.env.ATLAS_URL ?? `http://localhost:${process.env.PORT || 4000}`;

// A build is for production whoever starts it: under NODE_ENV=test it would carry React's development half, 60 KB more.
if (process.argv.includes("build")) process.env.NODE_ENV = "production";

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The document asks for the map's code together with the page's, instead of after it; the server takes it out for pages without a map. */
const preloadMap: Plugin = {
  name: "preload-map",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { path, bundle = {} }) => {
      if (path !== "/index.html") return html;
      const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
      const files = new Set<string>();
      const add = (name: string | undefined) => {
        if (!name || files.has(name)) return;
        files.add(name);
        chunks.find(({ fileName }) => fileName === name)?.imports.forEach(add);
      };
      add(chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/web/map/map-with-basemap.tsx"))?.fileName);
      const links = [...files].filter((name) => !html.includes(name));
      return html.replace(
        "</head>",
        `${links.map((name) => `  <link rel="modulepreload" fetchpriority="low" crossorigin href="/${name}"${MAP_ONLY}>\n`).join("")}  </head>`,
      );
    },
  },
};

export default defineConfig({
  root: "web",
  plugins: [
    react(),
    preloadMap,
    // The atlas writes its basemaps, the address of its operator and the marks of a demonstration, into the documents that it serves; here Vite serves them.
    {
      name: "atlas-document",
      apply: "serve",
      configureServer: ({ middlewares }) => {
        middlewares.use((request, _response, next) => {
          request.url = request.url?.replace(/^\/embed(?=\?|$)/, "/embed.html");
          next();
        });
      },
      transformIndexHtml: (html) => {
        const { basemaps, contactEmail, demo } = readConfig(process.env);
        const document = withContact(withBasemaps(html, basemaps.available), contactEmail);
        return demo ? withDemoMark(document) : document;
      },
    },
  ],
  css: {
    postcss: {
      plugins: [
        {
          postcssPlugin: "widths",
          AtRule: {
            media: (rule) => {
              for (const [name, query] of Object.entries(widths)) rule.params = rule.params.replaceAll(`(${name})`, query);
            },
          },
        },
      ],
    },
  },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    // Files as files: the policy that keeps the page to its origin allows no data: addresses to be fetched.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { page: file("web/index.html"), embed: file("web/embed.html"), graphiql: file("web/graphiql/index.html") },
    },
    // The size test reads the manifest.
    manifest: true,
    // The map library alone is larger than Vite's default limit; it is loaded after the first paint.
    chunkSizeWarningLimit: 1200,
  },
  optimizeDeps: { entries: ["index.html", "embed.html", "graphiql/index.html"] },
  server: {
    proxy: Object.fromEntries(
      ["/graphql", "/tiles", "/basemap/", "/download/", "/ogc", "/healthz", "/readyz"].map((path) => [path, atlas]),
    ),
    // rivers.geojson and landmarks.geojson lie in prisma/data.
    fs: { allow: [".."] },
  },
});
