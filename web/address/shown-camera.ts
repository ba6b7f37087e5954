import { createStore } from "../core/store.ts";
import type { Address } from "./address.ts";
import { isAsOpened } from "./navigation.ts";
import type { Camera } from "./parameters.ts";

/** Where the map of the page looks; null while none is shown. */
export const shownCamera = createStore<Camera | null>(null);

/**
 * The camera that the link to a view carries: a site or district that is chosen leaves the map where it is, and a link to it alone would
 * start the map at it.
 */
export const cameraForLink = ({ camera, view, site, district }: Address): Camera | null =>
  camera ?? (view !== "compare" && (site || district) && !isAsOpened() ? shownCamera.get() : null);
