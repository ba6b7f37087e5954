// What is generated from schema.prisma is committed: it must be what the schema says.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { get_dmmf } from "@prisma/prisma-schema-wasm";
import { expect, it } from "vitest";
import clientPackage from "../../node_modules/@prisma/client/package.json" with { type: "json" };
import { modelSource, valuesSource } from "../../prisma/model-source.mjs";

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");
const schema = read("prisma/schema.prisma");
const failureMessage = "schema.prisma has changed: run node prisma/generate.mjs";

it("the generated model and values are those of schema.prisma", () => {
  const { datamodel } = JSON.parse(get_dmmf(JSON.stringify({ prismaSchema: [["schema.prisma", schema]] })));
  expect(read("server/generated/model.ts") === modelSource(datamodel), failureMessage).toBe(true);
  expect(read("server/generated/values.ts") === valuesSource(datamodel), failureMessage).toBe(true);
});

it("the generated client is that of schema.prisma and of the installed version of Prisma", () => {
  const client = read("server/generated/prisma/internal/class.ts");
  const generatedText = (name: string) => JSON.parse(client.match(new RegExp(`"${name}": (".*"),?$`, "m"))?.[1] ?? '""');
  // Prisma realigns the columns of the schema.
  const inOneLine = (text: string) => text.replace(/\s+/g, " ");
  expect(inOneLine(generatedText("inlineSchema")) === inOneLine(schema), failureMessage).toBe(true);
  expect(generatedText("clientVersion")).toBe(clientPackage.version);
});
