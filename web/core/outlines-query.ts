import { graphql } from "./graphql.ts";

/** The districts' schematic shapes, and where the functional areas' names stand; requested apart, as they do not change with the figures. */
export const outlinesQuery = graphql(`
  query Outlines {
    districts { code boundary label }
    functionalAreas { slug label }
  }
`);
