import { useLayoutEffect, useMemo } from "react";
import { type FiguresShown, nothingShown } from "./figures-context.ts";
import { useDistrictAnswer } from "./use-district-figures.ts";
import { useSiteAnswer } from "./use-site-sizes.ts";

/** Finds out, once and in one place, what the figures on the map are; it shows nothing itself. */
export function FiguresFound({ onFound }: { onFound: (shown: FiguresShown) => void }) {
  const districts = useDistrictAnswer();
  const sites = useSiteAnswer();
  const shown = useMemo(() => ({ districts, sites }), [districts, sites]);
  // Before the page is painted, so that the slider and what it moves are never a step apart.
  useLayoutEffect(() => onFound(shown), [shown, onFound]);
  useLayoutEffect(() => () => onFound(nothingShown), [onFound]);
  return null;
}
