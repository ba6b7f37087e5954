// The atlas as it is, without the page and the starting data.
import "../../server/core/production.ts";
import { serve } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/database/pool.ts";

const config = readConfig(process.env);
// All requests come from one address.
const app = await serve(await openDatabase(config), undefined, { ...config, requestsPerMinute: 0 });
await app.listen({ host: "127.0.0.1", port: config.port });
console.log("ready");
process.on("SIGTERM", () => process.exit(0));
