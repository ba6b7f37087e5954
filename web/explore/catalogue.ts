import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";

const catalogueQuery = graphql(`
  query Catalogue {
    atlas { version publishedAt tiles }
    districts { code nameZh nameEn label }
    functionalAreas { slug nameZh nameEn coextensiveWith { code } }
    industries { slug nameZh nameEn aliases }
  }
`);

export type Catalogue = ResultOf<typeof catalogueQuery>;

/** What filters and map need to know once: the data version and the names of districts, areas and industries. */
export function useCatalogue() {
  return useAnswer(catalogueQuery, {});
}
