// Which types and fields of the schema bear a word in their name.
import { type GraphQLNamedType, type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from "graphql";

/** A type, or a field of it. */
export interface Match {
  type: GraphQLNamedType;
  field?: string;
}

/** Types first, then fields; types of GraphQL itself are left out. */
export function matchesOf(schema: GraphQLSchema, text: string): Match[] {
  const word = text.trim().toLowerCase();
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const bears = (name: string) => name.toLowerCase().includes(word);
  return [
    ...types.filter(({ name }) => bears(name)).map((type) => ({ type })),
    ...types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.keys(type.getFields())
            .filter(bears)
            .map((field) => ({ type, field }))
        : [],
    ),
  ];
}
