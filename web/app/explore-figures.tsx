import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
import type { Address } from "../address/address.ts";
import { useAddress } from "../address/navigation.ts";
import { FiguresContext, type FiguresShown, noFiguresShown } from "../figures/figures-context.ts";

/** Whether the address shows figures on the map. */
export const hasFigures = ({ colourMeasure, sizeIndicator }: Address): boolean =>
  colourMeasure !== null || sizeIndicator !== null;

/** Whether the years are shown side by side, in place of the large map. */
export const hasYearMaps = ({ colourMeasure, smallMultiples }: Address): boolean => colourMeasure !== null && smallMultiples;

/** A part of the page that is loaded and rendered only where the address needs it. */
function loadedWhen<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  needsFigures: (address: Address) => boolean = hasFigures,
) {
  const LazyPart = lazy(load) as unknown as ComponentType<Props>;
  return function Requested(props: Props) {
    const isNeeded = needsFigures(useAddress());
    return (
      isNeeded && (
        <Suspense>
          <LazyPart {...props} />
        </Suspense>
      )
    );
  };
}

const FiguresLoader = loadedWhen(async () => ({ default: (await import("../figures/figures-loader.tsx")).FiguresLoader }));

/** Provides the figures on the map, loaded once for everything below it. */
export function FiguresProvider({ children }: { children: ReactNode }) {
  const [shownFigures, setShownFigures] = useState<FiguresShown>(noFiguresShown);
  return (
    <FiguresContext value={shownFigures}>
      <FiguresLoader onLoad={setShownFigures} />
      {children}
    </FiguresContext>
  );
}

export const FiguresCard = loadedWhen(async () => ({ default: (await import("../figures/figures-card.tsx")).FiguresCard }));
export const FiguresLegend = loadedWhen(async () => ({ default: (await import("../figures/figures-legend.tsx")).FiguresLegend }));
/** The colours in a line, while the legend is folded. */
export const FiguresScale = loadedWhen(async () => ({ default: (await import("../figures/figures-scale.tsx")).FiguresScale }));
/** The year slider, loaded together with the layers that it moves. */
export const FiguresTime = loadedWhen(async () => ({ default: (await import("../figures/figures-time.tsx")).FiguresTime }));
export const YearMaps = loadedWhen(async () => ({ default: (await import("../figures/year-maps.tsx")).YearMaps }), hasYearMaps);
