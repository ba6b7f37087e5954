import { type DocumentNode, GraphQLError, Kind, visit } from "graphql";
import { AtlasError } from "../core/errors.ts";
import { checkControl } from "../core/text.ts";

/** The refusal of a control character in any text of a request, in its variables or in the document; undefined where there is none. */
export function controlError(document: DocumentNode, variables: Record<string, unknown>): GraphQLError | undefined {
  try {
    checkVariables(variables);
    // A literal can hold one only as an escape.
    if (document.loc?.source.body.includes("\\") !== false) checkLiterals(document);
    return undefined;
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    // Its words are put into the reader's language where the reader is known (serve.ts).
    return new GraphQLError(error.message, { extensions: { atlas: error } });
  }
}

// Without recursion: what a client sends may be nested deeper than the stack is.
function checkVariables(variables: Record<string, unknown>): void {
  const pending: [place: string, value: unknown][] = [["", variables]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [path, value] = next;
    if (typeof value === "string") checkControl(value, path);
    if (typeof value !== "object" || value === null) continue;
    const isList = Array.isArray(value);
    for (const [name, nestedValue] of Object.entries(value))
      if (typeof nestedValue !== "number") pending.push([isList ? path : path ? `${path}.${name}` : `$${name}`, nestedValue]);
  }
}

function checkLiterals(document: DocumentNode): void {
  const names: string[] = [];
  const enter = ({ name }: { name: { value: string } }) => void names.push(name.value);
  const leave = () => void names.pop();
  visit(document, {
    [Kind.ARGUMENT]: { enter, leave },
    [Kind.OBJECT_FIELD]: { enter, leave },
    [Kind.STRING]: ({ value }: { value: string }) => checkControl(value, names.join(".")),
  });
}
