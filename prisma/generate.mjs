// Generates server/generated from schema.prisma, after a change of it; the result is committed with the change. The command
// `prisma`, 200 MB with what it brings, is no package of the project: npx fetches the client's version when it is needed.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const { version } = createRequire(import.meta.url)("@prisma/client/package.json");
const { status, error, stdout, stderr } = spawnSync("npx", ["--yes", `prisma@${version}`, "generate"], {
  env: {
    ...process.env,
    // `prisma generate` looks for Prisma's engine binary, which it would download although it does not use it. The path of any
    // existing program satisfies it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
    npm_config_ignore_scripts: "true",
  },
  encoding: "utf8",
  shell: process.platform === "win32",
});
if (status !== 0) {
  console.error(error ?? "", stdout, stderr);
  process.exit(status ?? 1);
}
