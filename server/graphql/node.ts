import { type GraphQLCompositeType, Kind } from "graphql";
import { AtlasError } from "../core/errors.ts";
import { checkControl } from "../core/text.ts";
import { isDemo } from "../database/mode.ts";
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "./builder.ts";
import { graphqlErrors } from "./errors.ts";
import { valueBySql } from "./fields.ts";
import { ownSets, type Row, selectList } from "./select.ts";

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

const sources = new Map<string, { read: string; from: (row: Sql, key: string) => Sql }>();

/** Makes the rows of a type available by id: `FROM … WHERE …` for a key. `read` is the type or interface whose fields are read. */
export function reachable(type: string, from: (row: Sql, key: string) => Sql, read = type): void {
  sources.set(type, { read, from });
}

builder.queryField("node", (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: "Any object by its id.",
    args: { id: t.arg.id({ required: true }) },
    complexity: { field: 1, multiplier: 1 },
    resolve: async (_root, { id }, { database }, info) => {
      const [type = "", key = ""] = split(Buffer.from(id, "base64url").toString("utf8"));
      const source = sources.get(type);
      checkControl(key, "id");
      if (!source || key === "") throw new AtlasError(graphqlErrors.ID_MALFORMED, { argument: "id", value: id });
      const composite = info.schema.getType(source.read) as GraphQLCompositeType;
      const sets = ownSets(info).map((set) => ({ kind: Kind.SELECTION_SET as const, selections: set.selections }));
      const list = selectList(info, composite, sets, 0);
      const [row] = await database.rows<Row>(sql`SELECT ${type}::text AS "__node", ${list} ${source.from(sql`t0`, key)}`);
      return row ?? null;
    },
  }),
);

const split = (text: string): string[] => [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
