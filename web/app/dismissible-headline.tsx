import { lazy, Suspense, useState } from "react";
import { isFiltered } from "../address/filter.ts";
import { useAddress } from "../address/navigation.ts";
import { readPreference, storePreference } from "../core/remembered.ts";

const HeadlineCard = lazy(async () => ({ default: (await import("../headline/headline-card.tsx")).HeadlineCard }));

const PREFERENCE_KEY = "atlas.headline";

/** The key figures of the city, above the list of all sites, until the reader has closed it. */
export function DismissibleHeadline() {
  const { filter, view } = useAddress();
  const [isClosed, setIsClosed] = useState(() => readPreference(PREFERENCE_KEY) === "closed");
  if (isClosed || view !== "map" || isFiltered(filter)) return null;
  const close = () => {
    storePreference(PREFERENCE_KEY, "closed");
    setIsClosed(true);
  };
  return (
    <Suspense>
      <HeadlineCard onClose={close} />
    </Suspense>
  );
}
