// The measure: a plain Node HTTP server that answers with the rows of a hand-written statement, and nothing else.
import { createServer } from "node:http";
import pg from "pg";
import { questions } from "./queries.ts";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? "", max: 10 });

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", async () => {
    const { question, parameters } = JSON.parse(body) as { question: number; parameters: unknown[] };
    const { rows } = await pool.query(questions[question]?.sql ?? "", parameters);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(rows));
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
