// Rows that PostgreSQL writes as JSON under the names of the response, so that the server need not parse them, walk over their fields
// and write them again. This is possible where every selected field is only a value of its row.
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isNonNullType,
  isScalarType,
  isUnionType,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from "graphql";
import { valueInRow } from "./fields.ts";
import type { Read } from "./select.ts";

/** A row as it appears in the response. */
export class JsonRow {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** The info of a root field whose rows are wanted as JsonRow. */
export interface JsonInfo extends GraphQLResolveInfo {
  rowsAsJson: true;
}
export const wantsJson = (info: GraphQLResolveInfo): boolean => "rowsAsJson" in info;

type Fragments = GraphQLResolveInfo["fragments"];

// These are written as they are in PostgreSQL's JSON. A DateTime is not, and an ID is computed.
const UNCHANGED_SCALARS = new Set(["String", "Int", "Float", "Boolean", "Date", "GeoJSON"]);
/** PostgreSQL cuts longer names. */
const MAX_NAME = 63;

/**
 * The names in the response under which null would be an error, if rows of the type can be read as JSON; otherwise undefined. A field of
 * which this is not certain, such as one with a resolver of its own or in a fragment for some of the rows, makes it impossible.
 */
export function namesNeverNull(
  schema: GraphQLSchema,
  fragments: Fragments,
  rowType: GraphQLCompositeType,
  rowSelection: SelectionSetNode,
): Set<string> | undefined {
  const neverNull = new Set<string>();

  const isReadable = (type: GraphQLCompositeType, set: SelectionSetNode, current: GraphQLCompositeType): boolean =>
    set.selections.every((node) => {
      if (node.kind === "Field") return isReadableField(type, node, current);
      const fragment = node.kind === "FragmentSpread" ? fragments[node.name.value] : node;
      const condition = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : current;
      if (!fragment || !isCompositeType(condition)) return false;
      const isOfAllRows = condition === type || (isAbstractType(condition) && schema.isSubType(condition, type as never));
      // Of the types of a union each is read for itself.
      const isOfNoRow = !isOfAllRows && !isAbstractType(condition) && !isAbstractType(type);
      return isOfNoRow || (isOfAllRows && isReadable(type, fragment.selectionSet, condition));
    });

  function isReadableField(type: GraphQLCompositeType, node: FieldNode, current: GraphQLCompositeType): boolean {
    const name = (node.alias ?? node.name).value;
    if (name.length > MAX_NAME) return false;
    if (node.name.value === TypeNameMetaFieldDef.name) return !isAbstractType(type) || "discriminator" in type.extensions;
    const field = isUnionType(current) || isUnionType(type) ? undefined : type.getFields()[node.name.value];
    const read = field?.extensions.read as Read | undefined;
    if (!field || !read) return false;
    const fieldOfEach = isAbstractType(type)
      ? schema.getPossibleTypes(type).map((each) => each.getFields()[field.name])
      : [field];
    if (!fieldOfEach.every((each) => each && each.extensions.read === read && hasPlainResolver(each))) return false;
    if (isNonNullType(field.type)) neverNull.add(name);
    const valueType = getNamedType(field.type);
    if (!isCompositeType(valueType)) return isUnchanged(valueType);
    const { selectionSet } = node;
    // A JSON value has all fields of its type, selected or not.
    if (!selectionSet || "value" in read) return false;
    if (!("oneOf" in read)) return isReadable(valueType, selectionSet, valueType);
    return Object.keys(read.oneOf).every((variantName) => {
      const variant = schema.getType(variantName);
      return isCompositeType(variant) && isReadable(variant, selectionSet, valueType);
    });
  }

  return isReadable(rowType, rowSelection, rowType) ? neverNull : undefined;
}

const hasPlainResolver = ({ resolve }: GraphQLField<unknown, unknown>): boolean =>
  resolve === undefined || resolve === (valueInRow as GraphQLFieldResolver<unknown, unknown>);

function isUnchanged(type: GraphQLNamedType): boolean {
  if (isEnumType(type)) return type.getValues().every(({ name, value }) => name === value);
  return isScalarType(type) && UNCHANGED_SCALARS.has(type.name);
}

/**
 * Whether a text made of rows contains what GraphQL would report or write otherwise: null where it is an error or in a list, or a number
 * that JSON cannot express. In doubt it does.
 */
export function needsResolvers(json: string, neverNull: RegExp): boolean {
  if (json.includes("null") && (neverNull.test(json) || json.includes("[null") || json.includes(",null"))) return true;
  return json.includes('"NaN"') || json.includes('Infinity"');
}

/** The pattern of null under one of the names. */
export const nullPattern = (names: ReadonlySet<string>): RegExp => new RegExp(`"(?:${[...names].join("|") || "(?!)"})":null`);
