// The page asks for as many rows of the table at once as the cost of a query allows, with any number of figure columns.
import { formatDocument } from "@urql/core";
import { print } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REQUEST_LIMITS } from "../../server/core/limits.ts";
import { pageSize, rowsQuery } from "../../web/table/site-rows.ts";
import { readAtlas, type TestAtlas } from "../atlas.ts";

let atlas: TestAtlas;
beforeAll(async () => {
  atlas = await readAtlas();
});
afterAll(() => atlas.close());

test.each([0, 1, 2, 3, 5, 8, 20])(
  "%i figures of each site stay within the cost, with pages as large as that allows",
  async (count) => {
    const { indicators } = await atlas.query("{ indicators { slug } }");
    const slugs = (indicators as { slug: string }[]).slice(0, count).map(({ slug }) => slug);
    // As the page sends it: with the type of every object.
    const payload = {
      query: print(formatDocument(rowsQuery)),
      variables: { filter: {}, first: pageSize(count), indicators: slugs },
      extensions: { cost: true },
    };
    const response = await atlas.app.inject({ method: "POST", url: "/graphql", payload });
    const { errors, extensions } = response.json();
    expect(errors).toBeUndefined();
    if (pageSize(count) < REQUEST_LIMITS.pageSize)
      expect(extensions.cost.complexity).toBeGreaterThan(REQUEST_LIMITS.complexity / 2);
  },
);
