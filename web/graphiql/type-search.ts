// The types and fields of the schema whose name contains a word.
import { type GraphQLNamedType, type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from "graphql";

/** A type, or a field of it. */
export interface TypeMatch {
  type: GraphQLNamedType;
  field?: string;
}

/** Types first, then fields; types of GraphQL itself are left out. */
export function matchesOf(schema: GraphQLSchema, text: string): TypeMatch[] {
  const searchText = text.trim().toLowerCase();
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const nameContains = (name: string) => name.toLowerCase().includes(searchText);
  return [
    ...types.filter(({ name }) => nameContains(name)).map((type) => ({ type })),
    ...types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.keys(type.getFields())
            .filter(nameContains)
            .map((field) => ({ type, field }))
        : [],
    ),
  ];
}
