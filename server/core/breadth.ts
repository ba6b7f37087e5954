import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { AtlasError } from "./errors.ts";
import { LIMITS } from "./limits.ts";

/**
 * How many fields a document asks for when its fragments are written out, at most `most + 1`. Each fragment is counted
 * once and remembered, so that fragments within fragments cost nothing to count.
 */
export function expandedFields(document: DocumentNode, most: number): number {
  const fragments = new Map(
    document.definitions.flatMap((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part] as const] : [])),
  );
  const known = new Map<string, number>();
  const count = (set: SelectionSetNode | undefined): number => {
    let sum = 0;
    for (const node of set?.selections ?? []) {
      sum +=
        node.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(node.name.value)
          : count(node.selectionSet) + (node.kind === Kind.FIELD ? 1 : 0);
    }
    return Math.min(sum, most + 1);
  };
  const ofFragment = (name: string): number => {
    // A fragment within itself is refused by another rule; here it only must not go on for ever.
    if (!known.has(name)) known.set(name, 0).set(name, count(fragments.get(name)?.selectionSet));
    return known.get(name) ?? 0;
  };
  const operations = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map((operation) => count(operation.selectionSet)));
}

/** Refuses documents of too many fields, with too many questions at the top, or with aliases inside the introspection. */
export const boundedBreadth: ValidationRule = (context: ValidationContext) => ({
  Document(document) {
    const fields = expandedFields(document, LIMITS.fields);
    if (fields > LIMITS.fields)
      report(context, new AtlasError("QUERY_TOO_BROAD", { value: `${LIMITS.fields}+`, most: LIMITS.fields }));
  },
  OperationDefinition(operation) {
    const roots = operation.selectionSet.selections.length;
    if (roots > LIMITS.questions) report(context, new AtlasError("QUERY_TOO_BROAD", { value: roots, most: LIMITS.questions }));
  },
  // Introspection is not counted by cost. Without aliases it stays as large as the schema is.
  Field(field) {
    const isAlias = field.alias && field.alias.value !== field.name.value;
    if (isAlias && context.getParentType()?.name.startsWith("__")) {
      report(
        context,
        new AtlasError("QUERY_TOO_BROAD", { value: `${field.alias?.value}: ${field.name.value}`, most: LIMITS.fields }),
      );
    }
  },
});

// Carried as an extension: what reports the errors of validation makes new ones of them.
const report = (context: ValidationContext, error: AtlasError): void =>
  context.reportError(new GraphQLError(error.message, { extensions: { atlas: { code: error.code, details: error.details } } }));
