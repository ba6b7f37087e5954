import { flushSync } from "react-dom";
import { createStore } from "./store.ts";

// Set before layout, and rendered at once: what is printed is the page as it is when the event ends.
const printing = createStore(false);
const set = (on: boolean) => flushSync(() => printing.set(on));
const paper = window.matchMedia("print");
window.addEventListener("beforeprint", () => set(true));
window.addEventListener("afterprint", () => set(false));
paper.addEventListener("change", () => set(paper.matches));

/** Whether the page is being printed. */
export const usePrinting = printing.use;
