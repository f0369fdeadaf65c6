import { defineConfig } from "vitest/config";

/** Node runs the product's TypeScript itself, and so do its tests: nothing is transformed, and a module is loaded once. */
const asNodeRunsIt = { viteModuleRunner: false, nodeLoader: false };

/** Properties draw the same cases everywhere. */
const DRAWN = "tests/support/drawn.ts";

/** For what hangs, not for what is slow: no test passes or fails by how busy the machine is. */
const HANGS = { testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          setupFiles: DRAWN,
          include: ["tests/unit/**/*.test.ts", "tests/architecture/**/*.test.ts"],
          environment: "node",
          ...HANGS,
          // Nothing here keeps state in a module, so that modules are loaded once and not once a file.
          isolate: false,
          experimental: asNodeRunsIt,
        },
      },
      {
        test: {
          name: "component",
          setupFiles: DRAWN,
          include: ["tests/unit/**/*.test.tsx"],
          environment: "node",
          ...HANGS,
          isolate: false,
          // What has no JSX needs no Vite.
          server: { deps: { external: [/\/lib\//] } },
        },
      },
      {
        test: {
          name: "db",
          setupFiles: DRAWN,
          include: ["tests/db/**/*.test.ts", "tests/golden/**/*.test.ts"],
          environment: "node",
          globalSetup: "tests/support/global-setup.ts",
          ...HANGS,
          // Each file has a database of its own, and what is remembered of rows belongs to one database.
          isolate: false,
          experimental: asNodeRunsIt,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          environment: "node",
          ...HANGS,
          expect: { poll: { timeout: 120_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
