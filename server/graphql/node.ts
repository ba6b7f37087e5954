import { type GraphQLCompositeType, Kind } from "graphql";
import { AtlasError } from "../core/errors.ts";
import { checkControl } from "../core/text.ts";
import { isDemo } from "../database/mode.ts";
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "./builder.ts";
import { graphqlErrors } from "./errors.ts";
import { valueBySql } from "./fields.ts";
import { type Row, selectionSetsOf, selectList } from "./select.ts";

/** The Relay interface of everything with a globally unique id. */
export const Node = builder.interfaceRef<Row>("Node");
Node.implement({
  description: "An object with a globally unique id (Relay).",
  resolveType: (row) => String(row.__node),
  fields: (t) => ({
    id: t.id({ description: "Globally unique id.", resolve: (row) => row.id as never }),
    demo: t.boolean({
      description:
        "Whether it belongs to a demonstration, in which gaps are filled with synthetic figures (Observation.synthetic).",
      ...valueBySql(() => isDemo),
    }),
  }),
});

const nodeSources = new Map<string, { readType: string; from: (row: Sql, key: string) => Sql }>();

/** Makes the rows of a type available by id: `FROM … WHERE …` for a key. `readType` is the type or interface whose fields are read. */
export function registerNode(type: string, from: (row: Sql, key: string) => Sql, readType = type): void {
  nodeSources.set(type, { readType, from });
}

builder.queryField("node", (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: "Any object by its id.",
    args: { id: t.arg.id({ required: true }) },
    complexity: { field: 1, multiplier: 1 },
    resolve: async (_root, { id }, { database }, info) => {
      const [type = "", key = ""] = splitId(Buffer.from(id, "base64url").toString("utf8"));
      const source = nodeSources.get(type);
      checkControl(key, "id");
      if (!source || key === "") throw new AtlasError(graphqlErrors.ID_MALFORMED, { argument: "id", value: id });
      const nodeType = info.schema.getType(source.readType) as GraphQLCompositeType;
      const sets = selectionSetsOf(info).map((set) => ({ kind: Kind.SELECTION_SET as const, selections: set.selections }));
      const list = selectList(info, nodeType, sets, 0);
      const [row] = await database.rows<Row>(sql`SELECT ${type}::text AS "__node", ${list} ${source.from(sql`row0`, key)}`);
      return row ?? null;
    },
  }),
);

const splitId = (text: string): string[] => [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
