import { type ComponentType, lazy, Suspense } from "react";
import type { Address } from "./core/address.ts";
import { useAddress } from "./core/navigation.ts";

/** Whether the address asks for figures on the map. */
export const hasFigures = ({ colour, size }: Address): boolean => colour !== null || size !== null;

/** A part of the page that is loaded, and there, only where the address asks for it. */
function onRequest(load: () => Promise<{ default: ComponentType }>, asked: (address: Address) => boolean = hasFigures) {
  const Part = lazy(load);
  return function Requested() {
    const wanted = asked(useAddress());
    return (
      wanted && (
        <Suspense>
          <Part />
        </Suspense>
      )
    );
  };
}

export const FiguresCard = onRequest(async () => ({ default: (await import("./figures/figures-card.tsx")).FiguresCard }));
export const FiguresLegend = onRequest(async () => ({ default: (await import("./figures/figures-legend.tsx")).FiguresLegend }));
/** The slider of the years; with it comes what it moves on the map. */
export const FiguresTime = onRequest(async () => ({ default: (await import("./figures/figures-time.tsx")).FiguresTime }));
export const YearMaps = onRequest(
  async () => ({ default: (await import("./figures/year-maps.tsx")).YearMaps }),
  ({ colour, multiples }) => colour !== null && multiples,
);
