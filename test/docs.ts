// README and the reference in docs/, for the suites that hold what they say.
import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const paths = ["README.md", ...readdirSync(new URL("docs/", root)).map((name) => `docs/${name}`)];

/** Each document with its path from the root of the project. */
export const documents = paths.map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8") }));

/** All documents as one text. */
export const documentation = documents.map(({ text }) => text).join("\n");
