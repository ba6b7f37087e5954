import { defineConfig } from "vitest/config";

// Suites of one worker share its modules, and with them what takes longest to start: server, databases, browser. So the server's
// suites run in processes that hold one read-only atlas each.
const onDatabase = { globalSetup: "test/prepare.ts", pool: "forks" as const, isolate: false };

const random = { setupFiles: ["test/runs.ts"] };

export default defineConfig({
  // Node takes the CommonJS build of graphql everywhere, Vite would take the other one here: they must be one and the same.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    // Two at a time fit two cores.
    maxWorkers: 2,
    // No test fails because a machine is slow: these are limits that only a hang reaches.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 180_000 } },
    projects: [
      { extends: true, test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], ...onDatabase } },
      { extends: true, test: { name: "api", include: ["test/api/**/*.test.ts"], ...onDatabase, ...random } },
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts", "test/web/**/*.test.ts"],
          pool: "threads",
          isolate: false,
          ...random,
        },
      },
    ],
  },
});
