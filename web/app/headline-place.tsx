import { lazy, Suspense, useState } from "react";
import { isFiltered } from "../address/filter.ts";
import { useAddress } from "../address/navigation.ts";
import { readPreference, storePreference } from "../core/remembered.ts";

const HeadlineCard = lazy(async () => ({ default: (await import("../headline/headline-card.tsx")).HeadlineCard }));

const preference = "atlas.headline";

/** What matters of the city, above the list of all sites, until the reader has closed it. */
export function HeadlinePlace() {
  const { filter, view } = useAddress();
  const [isClosed, setIsClosed] = useState(() => readPreference(preference) === "closed");
  if (isClosed || view !== "map" || isFiltered(filter)) return null;
  const close = () => {
    storePreference(preference, "closed");
    setIsClosed(true);
  };
  return (
    <Suspense>
      <HeadlineCard onClose={close} />
    </Suspense>
  );
}
