// Generates server/generated from schema.prisma. The command `prisma generate` looks for Prisma's engine binary, which it would
// download although it does not use it. The path of any existing program satisfies it.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const prisma = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build/index.js");
const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate"], {
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
  encoding: "utf8",
});
if (status !== 0) {
  console.error(stdout, stderr);
  process.exit(status ?? 1);
}
