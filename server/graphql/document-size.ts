import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { AtlasError } from "../core/errors.ts";
import { LIMITS } from "../core/limits.ts";
import { graphqlErrors } from "./errors.ts";

/**
 * How many fields a document asks for when its fragments are written out, at most `max + 1`; without `within` only those
 * at the top. Each fragment is counted once and remembered, so that fragments within fragments cost nothing to count.
 */
export function expandedFields(document: DocumentNode, max: number, within = true): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const part of document.definitions)
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part.selectionSet);
  const sizes = new Map<string, number>();
  const count = (set: SelectionSetNode | undefined): number =>
    Math.min(
      (set?.selections ?? []).reduce((sum, node) => sum + size(node), 0),
      max + 1,
    );
  const size = (node: SelectionNode): number => {
    if (node.kind === Kind.FIELD) return 1 + (within ? count(node.selectionSet) : 0);
    if (node.kind === Kind.INLINE_FRAGMENT) return count(node.selectionSet);
    // A fragment within itself is refused by another rule; here it only must not go on for ever.
    const name = node.name.value;
    if (!sizes.has(name)) sizes.set(name, 0).set(name, count(fragments.get(name)));
    return sizes.get(name) ?? 0;
  };
  const operations = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION);
  return Math.max(0, ...operations.map((operation) => count(operation.selectionSet)));
}

/** Refuses documents of too many fields, with too many questions at the top, or with aliases inside the introspection. */
export const boundedBreadth: ValidationRule = (context: ValidationContext) => ({
  Document(document) {
    const questions = expandedFields(document, LIMITS.questions, false);
    if (questions > LIMITS.questions) report(context, new AtlasError(graphqlErrors.QUERY_OF_TOO_MANY, { max: LIMITS.questions }));
    const fields = expandedFields(document, LIMITS.fields);
    if (fields > LIMITS.fields)
      report(context, new AtlasError(graphqlErrors.QUERY_TOO_BROAD, { value: `${LIMITS.fields}+`, max: LIMITS.fields }));
  },
  // Introspection is not counted by cost. Without aliases it stays as large as the schema is.
  Field(field) {
    const isAlias = field.alias && field.alias.value !== field.name.value;
    if (isAlias && context.getParentType()?.name.startsWith("__")) {
      report(
        context,
        new AtlasError(graphqlErrors.QUERY_TOO_BROAD, {
          value: `${field.alias?.value}: ${field.name.value}`,
          max: LIMITS.fields,
        }),
      );
    }
  },
});

// Carried as an extension: what reports the errors of validation makes new ones of them.
const report = (context: ValidationContext, error: AtlasError): void =>
  context.reportError(new GraphQLError(error.message, { extensions: { atlas: error } }));
