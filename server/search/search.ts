import { type GraphQLObjectType, getNamedType } from "graphql";
import { SURROUNDINGS_BOX } from "../contract/city.ts";
import { lonLatWithin, readCoordinatePair } from "../contract/coordinate-pair.ts";
import { foldedWords } from "../contract/fold.ts";
import { checkText } from "../core/text.ts";
import { builder } from "../graphql/builder.ts";
import { boundedSize, listSize } from "../graphql/paging.ts";
import { PRICES } from "../graphql/prices.ts";
import { type Row, selectionSetsOf, selectionsByField, selectList } from "../graphql/select.ts";
import { type GroupKind, matchType, SearchGroupKind, SearchMatch } from "./match.ts";
import { MAX_MISSPELT, searchStatement } from "./statement.ts";

/** Maximum number of matches in a group. */
const MAX_MATCHES = 20;
const GROUP_COUNT = 7;

interface SearchGroupRow {
  kind: GroupKind;
  matches: Row[];
}

const SearchGroup = builder.objectRef<SearchGroupRow>("SearchGroup");
SearchGroup.implement({
  description: "Matches of one kind, the best first.",
  fields: (t) => ({
    kind: t.field({ type: SearchGroupKind, description: "What they are.", resolve: ({ kind }) => kind }),
    matches: t.field({
      type: [SearchMatch],
      complexity: { field: 1, multiplier: 1 },
      description: "The matches, the best first.",
      resolve: ({ matches }) => matches,
    }),
  }),
});

builder.queryField("search", (t) =>
  t.field({
    type: [SearchGroup],
    description:
      `Finds sites, districts, functional areas, indicators, targets of the plan and industries by words in Chinese, English, pinyin or
(names) pinyin initials, all of which must occur, except generic ones (park, company, …) beside others; and a coordinate (two
numbers in degrees of WGS-84, in either order). If no name or other
text has all words, those of similar spelling or sound are found (for texts of up to ${MAX_MISSPELT} characters). Groups without matches are left out; the group with the best match comes
first, sites before indicators, targets and industries of which none has exactly that name. Costs ${PRICES.search} and, for each selected field of a match, ${GROUP_COUNT} times \`first\`. Errors: TEXT_TOO_LONG (200 characters),
TEXT_WITH_CONTROL, NUMBER_OUT_OF_RANGE.`.replaceAll("\n", " "),
    args: {
      text: t.arg.string({ required: true, description: "What to search for; an empty text matches nothing." }),
      first: t.arg.int({
        required: true,
        defaultValue: 8,
        description: `Maximum number of matches in each group; at most ${MAX_MATCHES}.`,
      }),
    },
    complexity: ({ first }) => ({ field: PRICES.search, multiplier: GROUP_COUNT * boundedSize(first, MAX_MATCHES) }),
    resolve: async (_root, { text, first }, { database }, info) => {
      checkText(text, "text");
      const size = listSize(first, MAX_MATCHES);
      const pair = readCoordinatePair(text);
      const point = pair && lonLatWithin(pair, SURROUNDINGS_BOX);
      if (size === 0 || foldedWords(text).length === 0) return [];
      const selectedFields = selectionsByField(info, getNamedType(info.returnType) as GraphQLObjectType, selectionSetsOf(info));
      const columns = selectList(info, matchType(info.schema), selectedFields.get("matches") ?? [], 0);
      const rows = await database.rows<Row>(searchStatement(columns, { text, first: size, point }));
      return groupsOf(rows.map((row) => ({ ...row, __typed: text })));
    },
  }),
);

/** The rows by kind, in the order of the first row of each. */
function groupsOf(rows: Row[]): SearchGroupRow[] {
  const groups = new Map<GroupKind, Row[]>();
  for (const row of rows) {
    const kind = row.__kind as GroupKind;
    groups.set(kind, [...(groups.get(kind) ?? []), row]);
  }
  return [...groups].map(([kind, matches]) => ({ kind, matches }));
}
