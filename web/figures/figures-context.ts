import { createContext, useContext } from "react";
import type { CombinedError } from "urql";
import type { DistrictFigures } from "./use-district-figures.ts";
import type { SiteSizes } from "./use-site-sizes.ts";

/** The state of one part's request. */
interface RequestState {
  error: CombinedError | undefined;
  retry: () => void;
}

/** The figures on the map, loaded once for all that shows them: map, legend, slider, table and small maps. */
export interface FiguresShown {
  districts: (RequestState & { figures: DistrictFigures | null; isFetching: boolean }) | null;
  sites: (RequestState & { sizes: SiteSizes | null }) | null;
}

export const noFiguresShown: FiguresShown = { districts: null, sites: null };

export const FiguresContext = createContext<FiguresShown>(noFiguresShown);

/** The measure that colours the districts, in the shown year. */
export const useDistrictFigures = () => useContext(FiguresContext).districts;

/** The indicator that sizes the sites. */
export const useSiteSizes = () => useContext(FiguresContext).sites;
