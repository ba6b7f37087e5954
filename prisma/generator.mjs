// A Prisma generator that writes down what the API needs of the model: for every table its columns with type and
// description, for every enum its values with theirs. So a description is written once, in schema.prisma. The values of
// the enums stand in a file of their own as well (values.ts): the contract of page and server (server/contract) reads them.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import helper from "@prisma/generator-helper";

const byName = (list, entry) => Object.fromEntries(list.map((item) => [item.name, entry(item)]));

helper.generatorHandler({
  onManifest: () => ({ prettyName: "model", defaultOutput: "../server/generated/model.ts" }),
  async onGenerate({ dmmf, generator }) {
    const { models, enums } = dmmf.datamodel;
    const tables = byName(models, (model) => ({
      table: model.dbName ?? model.name,
      description: model.documentation,
      columns: byName(
        model.fields.filter((field) => field.kind !== "object"),
        (field) => ({
          column: field.dbName ?? field.name,
          type: field.type,
          list: field.isList,
          required: field.isRequired,
          description: field.documentation,
        }),
      ),
    }));
    const enumerations = byName(enums, (item) => ({
      type: item.dbName ?? item.name,
      description: item.documentation,
      values: byName(item.values, (value) => ({ description: value.documentation })),
    }));
    const text = `// Written by prisma/generator.mjs from schema.prisma. Do not edit.
export const tables = ${JSON.stringify(tables, null, 2)} as const;

export const enums = ${JSON.stringify(enumerations, null, 2)} as const;
`;
    writeFileSync(generator.output.value, text);
    const lists = enums.map(
      ({ name, values }) => `export const ${name} = ${JSON.stringify(values.map((value) => value.name))} as const;`,
    );
    writeFileSync(
      join(dirname(generator.output.value), "values.ts"),
      `// Written by prisma/generator.mjs from schema.prisma. Do not edit.\n${lists.join("\n")}\n`,
    );
  },
});
