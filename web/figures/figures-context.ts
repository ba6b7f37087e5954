import { createContext, useContext } from "react";
import type { CombinedError } from "urql";
import type { DistrictFigures } from "./use-district-answer.ts";
import type { SiteSizes } from "./use-site-answer.ts";

/** The state of the request for districts or for sites. */
interface RequestState {
  error: CombinedError | undefined;
  retry: () => void;
}

/**
 * The figures on the map, loaded once for all that shows them: map, legend, slider, table and small maps. Null while nothing loads
 * them (FiguresLoader); `figures` and `sizes` are null while they are loading, or if none are chosen.
 */
export interface FiguresShown {
  districts: (RequestState & { figures: DistrictFigures | null; isFetching: boolean }) | null;
  sites: (RequestState & { sizes: SiteSizes | null }) | null;
}

export const noFiguresShown: FiguresShown = { districts: null, sites: null };

export const FiguresContext = createContext<FiguresShown>(noFiguresShown);

/** The measure that colours the districts, in the shown year, with the state of its request. */
export const useDistrictFiguresState = () => useContext(FiguresContext).districts;

/** The indicator that sizes the sites, with the state of its request. */
export const useSiteSizesState = () => useContext(FiguresContext).sites;
