import { graphql } from "./graphql.ts";

/** The districts' schematic shapes and the label points of functional areas; a query of its own, as they do not change with the figures. */
export const outlinesQuery = graphql(`
  query Outlines {
    districts { code boundary label }
    functionalAreas { slug label }
  }
`);
