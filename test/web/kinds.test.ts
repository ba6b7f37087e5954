import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLInterfaceType, type GraphQLObjectType, Kind, visit } from "graphql";
import { expect, it } from "vitest";
import { kinds, siteKinds } from "../../server/contract/kinds.ts";
import { siteQuery } from "../../web/sites/site-query.ts";

const schema = buildSchema(readFileSync(new URL("../../server/schema.graphql", import.meta.url), "utf8"));
const shared = Object.keys((schema.getType("Site") as GraphQLInterfaceType).getFields());

it.each(siteKinds)("a site's drawer asks for every column that only %s has", (kind) => {
  const fields = Object.keys((schema.getType(kinds[kind].type) as GraphQLObjectType).getFields());
  const requested: string[] = [];
  visit(siteQuery, {
    InlineFragment: ({ typeCondition, selectionSet }) => {
      if (typeCondition?.name.value !== kinds[kind].type) return;
      for (const field of selectionSet.selections) if (field.kind === Kind.FIELD) requested.push(field.name.value);
    },
  });
  expect(requested).toEqual(expect.arrayContaining(fields.filter((name) => !shared.includes(name))));
});
