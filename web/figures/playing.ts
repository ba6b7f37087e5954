import { createStore } from "../core/store.ts";

// Not in the address: a link opens at the year where it was, and does not run away from it.
const playing = createStore(false);

export const play = playing.set;
export const usePlaying = playing.use;
