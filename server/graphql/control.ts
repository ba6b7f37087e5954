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
  const open: [place: string, value: unknown][] = [["", variables]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [place, value] = next;
    if (typeof value === "string") checkControl(value, place);
    if (typeof value !== "object" || value === null) continue;
    const isList = Array.isArray(value);
    for (const [name, inner] of Object.entries(value))
      if (typeof inner !== "number") open.push([isList ? place : place ? `${place}.${name}` : `$${name}`, inner]);
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
