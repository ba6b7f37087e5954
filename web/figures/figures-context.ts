import { createContext, useContext } from "react";
import type { CombinedError } from "urql";
import type { DistrictFigures } from "./use-district-figures.ts";
import type { SiteSizes } from "./use-site-sizes.ts";

/** What has been requested one part of the figures, and how far it has come. */
interface RequestState {
  error: CombinedError | undefined;
  retry: () => void;
}

/** The figures on the map, loaded once for all that shows them: map, legend, slider, table and small maps. */
export interface FiguresShown {
  districts: (RequestState & { figures: DistrictFigures | null; fetching: boolean }) | null;
  sites: (RequestState & { sizes: SiteSizes | null }) | null;
}

export const nothingShown: FiguresShown = { districts: null, sites: null };

export const FiguresContext = createContext<FiguresShown>(nothingShown);

/** What the districts are coloured by, in the year that is shown. */
export const useDistrictFigures = () => useContext(FiguresContext).districts;

/** What the sites are sized by. */
export const useSiteSizes = () => useContext(FiguresContext).sites;
