// The standard of comparison: a plain Node HTTP server that answers with the JSON that a hand-written statement makes, and nothing else.
import { createServer } from "node:http";
import pg from "pg";
import { benchmarks, TILE_SQL } from "./benchmarks.ts";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? "", max: 10 });

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", async () => {
    const { benchmark, values, tile } = JSON.parse(body) as { benchmark: number; values: unknown[]; tile?: number[] };
    if (tile) {
      const { rows } = await pool.query<{ tile: Buffer }>({ text: TILE_SQL, values: tile });
      response.writeHead(200, { "content-type": "application/vnd.mapbox-vector-tile" }).end(rows[0]?.tile);
      return;
    }
    const { sql = "", isSpatial } = benchmarks[benchmark] ?? {};
    // Prepared once for each connection, except where the plan depends on the place.
    const { rows } = await pool.query({ text: sql, values, ...(!isSpatial && { name: `benchmark ${benchmark}` }) });
    response.writeHead(200, { "content-type": "application/json" }).end(rows[0].json);
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
