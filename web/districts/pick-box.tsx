import { toggleInList } from "../address/filter.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { MAX_PICKS } from "../address/parameters.ts";

/** Adds a subject to the side-by-side comparison, or removes it. */
export function CompareCheckbox({ subject, label }: { subject: string; label: string }) {
  const { picks } = useAddress();
  const isPicked = picks.includes(subject);
  return (
    <input
      type="checkbox"
      aria-label={label}
      title={label}
      checked={isPicked}
      disabled={!isPicked && picks.length >= MAX_PICKS}
      onChange={() => navigate({ picks: toggleInList(picks, subject) })}
    />
  );
}
