// A field that is read by SQL needs no resolver, which makes it fast; one that a plugin wraps keeps its wrapper.
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from "@pothos/core";
import { type GraphQLFieldResolver, graphql, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { sql } from "../../server/database/sql.ts";
import type { Context } from "../../server/graphql/builder.ts";
import { readBySql } from "../../server/graphql/fields.ts";
import { schema } from "../../server/schema.ts";

const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })));

test("fields of a row have no resolver, so that nothing is called for each of them", () => {
  const fieldsWithoutResolver = fields.filter(({ field }) => field.resolve === undefined).map(({ name }) => name);
  expect(fieldsWithoutResolver).toEqual(
    expect.arrayContaining(["District.code", "ServiceTradePark.district", "Observation.value", "Unit.nameEn"]),
  );
  expect(fieldsWithoutResolver.length).toBeGreaterThan(500);
});

test("fields with arguments have a resolver, which knows their place in the row", () => {
  const unreadArguments = fields.filter(({ field }) => field.extensions.read && field.args.length > 0 && !field.resolve);
  expect(unreadArguments.map(({ name }) => name)).toEqual([]);
});

class Refusing<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types["Context"], object>,
    { name }: PothosOutputFieldConfig<Types>,
  ) {
    const refuse = () => {
      throw new Error("not for this reader");
    };
    return name === "secret" ? refuse : resolve;
  }
}

test("a plugin that wraps such a field is called, and its neighbour stays without a resolver", async () => {
  SchemaBuilder.registerPlugin("refusing" as never, Refusing as never);
  const builder = new SchemaBuilder<{ Context: Context; DefaultFieldNullability: false }>({
    plugins: ["refusing" as never],
    defaultFieldNullability: false,
  });
  const Thing = builder.objectRef<Record<string, unknown>>("Thing");
  const read = readBySql({ value: (row) => sql`${row}.name` });
  Thing.implement({ fields: (t) => ({ open: t.string(read), secret: t.string({ ...read, nullable: true }) }) });
  builder.queryType({
    fields: (t) => ({ thing: t.field({ type: Thing, resolve: () => ({ open: "read", secret: "read" }) }) }),
  });
  const built = builder.toSchema();
  const thingType = built.getType("Thing");
  expect(isObjectType(thingType) && thingType.getFields().open?.resolve).toBe(undefined);
  const answer = await graphql({ schema: built, source: "{ thing { open secret } }" });
  expect(answer.errors?.map(({ message }) => message)).toEqual(["not for this reader"]);
  expect(answer.data).toMatchObject({ thing: { open: "read", secret: null } });
});
