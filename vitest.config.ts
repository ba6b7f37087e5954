import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Suites of one worker share its modules, and with them what takes longest to start: server, databases, browser. So the suites on
// a database, with a browser and without, run in processes that hold one read-only atlas and one browser each.
const onDatabase = { globalSetup: "test/prepare.ts", pool: "forks" as const, isolate: false };

/** The longest suites, which Vitest cannot tell before it has run them: begun last, one of them would keep one worker busy alone. */
const longest = ["access", "start", "publish", "e2e/demo", "explore", "print", "draw", "table"].map((name) => `/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const random = { setupFiles: ["test/runs.ts"] };

export default defineConfig({
  // Node takes the CommonJS build of graphql everywhere, Vite would take the other one here: they must be one and the same.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    // Three keep two cores busy: suites in a browser wait for it.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // No test fails because a machine is slow: these are limits that only a hang reaches.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 180_000 } },
    projects: [
      { extends: true, test: { name: "atlas", include: ["test/{api,e2e}/**/*.test.ts"], ...onDatabase, ...random } },
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
