import { defineConfig } from "vitest/config";

export default defineConfig({
  // Node takes the CommonJS build of graphql everywhere, Vite would take the other one here: they must be one and the same.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    globalSetup: ["test/prepare.ts"],
    include: ["test/**/*.test.ts"],
    testTimeout: 150_000,
    // A browser that draws its map in software on a busy machine takes its time; what comes is looked at for as long.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
    // Suites on the database have one of their own each, copied from one that is prepared once; two at a time fit two cores.
    maxWorkers: 2,
  },
});
