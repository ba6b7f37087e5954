// The atlas as it is, without the page and the starting data.
import "../../server/core/production.ts";
import { serve } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/database/pool.ts";

const config = readConfig(process.env);
const app = await serve(await openDatabase(config));
await app.listen({ host: "127.0.0.1", port: config.port });
console.log("ready");
process.on("SIGTERM", () => process.exit(0));
