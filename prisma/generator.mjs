// A Prisma generator that writes what the API takes from the model (model-source.mjs).
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import helper from "@prisma/generator-helper";
import { modelSource, valuesSource } from "./model-source.mjs";

helper.generatorHandler({
  onManifest: () => ({ prettyName: "model", defaultOutput: "../server/generated/model.ts" }),
  async onGenerate({ dmmf, generator }) {
    writeFileSync(generator.output.value, modelSource(dmmf.datamodel));
    writeFileSync(join(dirname(generator.output.value), "values.ts"), valuesSource(dmmf.datamodel));
  },
});
