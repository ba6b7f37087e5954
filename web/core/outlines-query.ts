import { graphql } from "./graphql.ts";

/**
 * The districts' schematic shapes, the label points of functional areas, and which of these areas is coextensive with a district. It is a
 * query of its own because they do not change with the figures.
 */
export const outlinesQuery = graphql(`
  query Outlines {
    districts { code boundary label }
    functionalAreas { slug label coextensiveWith { code } }
  }
`);
