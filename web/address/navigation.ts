import type { MouseEvent } from "react";
import { type Filter, readFilter } from "../../server/contract/site-filter.ts";
import { createStore } from "../core/store.ts";
import { type Address, readAddress, unrecognisedParameters, writeAddress } from "./address.ts";

/** Parameters of the link that the page did not understand, or not completely. */
interface UnrecognisedParameters {
  /** Of the filter: reported until it is changed. */
  filter: readonly string[];
  /** Of what is shown and how: reported until the reader has seen it or takes another step. */
  view: readonly string[];
}

function readUnrecognisedParameters(): UnrecognisedParameters {
  return {
    filter: readFilter(new URLSearchParams(window.location.search)).unrecognised,
    view: unrecognisedParameters(window.location),
  };
}

// The address bar is the state: it is read once per change and shared, so that everything drawn agrees. It is rewritten with
// the first move of the map, without what was not understood; so that is kept beside it.
const state = createStore({ address: readAddress(window.location), notUnderstood: readUnrecognisedParameters(), returns: 0 });

window.addEventListener("popstate", () =>
  state.set({
    address: readAddress(window.location),
    notUnderstood: readUnrecognisedParameters(),
    returns: state.get().returns + 1,
  }),
);

/** How often Back or Forward has led to another entry of the history. */
export const useTraversals = (): number => state.useSelected(({ returns }) => returns);

export const getAddress = (): Address => state.get().address;
export const useAddress = (): Address => state.useSelected(({ address }) => address);
export const useUnrecognisedParameters = (): UnrecognisedParameters => state.useSelected(({ notUnderstood }) => notUnderstood);

export function dismissUnrecognisedParameters() {
  const { notUnderstood, ...rest } = state.get();
  state.set({ ...rest, notUnderstood: { ...notUnderstood, view: [] } });
}

const openedAt = window.location.href;

/** Whether the page shows what it was opened with: nothing has been chosen since. */
export const isAsOpened = (): boolean => window.location.href === openedAt;

/** A choice is a step that Back undoes; a camera move is not. */
export function navigate(change: Partial<Address>, historyMode: "push" | "replace" = "push") {
  const { address, notUnderstood, returns } = state.get();
  const next = writeAddress({ ...address, ...change });
  if (next === writeAddress(address)) return;
  window.history[historyMode === "push" ? "pushState" : "replaceState"](null, "", next);
  const filterChanged = change.filter && change.filter !== address.filter;
  state.set({
    address: readAddress(window.location),
    notUnderstood: { filter: filterChanged ? [] : notUnderstood.filter, view: historyMode === "push" ? [] : notUnderstood.view },
    returns,
  });
}

export function changeFilter(change: Partial<Filter>) {
  navigate({ filter: { ...getAddress().filter, ...change } });
}

/** Makes an anchor a step within the page, and leaves new tabs, windows and downloads to the browser. */
export function linkTo(address: Address) {
  return {
    href: writeAddress(address),
    onClick: (event: MouseEvent<HTMLAnchorElement>) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      navigate(address);
    },
  };
}
