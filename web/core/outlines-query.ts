import { graphql } from "./graphql.ts";

/** The districts' schematic shapes the label points of functional areas, and which of them has the ground of a district; a query of its own, as they do not change with the figures. */
export const outlinesQuery = graphql(`
  query Outlines {
    districts { code boundary label }
    functionalAreas { slug label coextensiveWith { code } }
  }
`);
