import { createStore } from "../core/store.ts";

// Not in the address: a link opens at its year and does not start playing.
const playing = createStore(false);

export const play = playing.set;
export const usePlaying = playing.use;
