import { useLayoutEffect, useMemo } from "react";
import { type FiguresShown, noFiguresShown } from "./figures-context.ts";
import { useDistrictAnswer } from "./use-district-answer.ts";
import { useSiteAnswer } from "./use-site-answer.ts";

/** Loads the figures on the map, once and in one place; renders nothing. */
export function FiguresLoader({ onLoad }: { onLoad: (shownFigures: FiguresShown) => void }) {
  const districts = useDistrictAnswer();
  const sites = useSiteAnswer();
  const shownFigures = useMemo(() => ({ districts, sites }), [districts, sites]);
  // Before the page is painted, so that slider and map never disagree.
  useLayoutEffect(() => onLoad(shownFigures), [shownFigures, onLoad]);
  useLayoutEffect(() => () => onLoad(noFiguresShown), [onLoad]);
  return null;
}
