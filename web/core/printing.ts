import { flushSync } from "react-dom";
import { createStore } from "./store.ts";

// Set before layout, and rendered at once: what is printed is the page as it is when the event ends.
const printing = createStore(false);
const setPrinting = (on: boolean) => flushSync(() => printing.set(on));
const printMedia = window.matchMedia("print");
window.addEventListener("beforeprint", () => setPrinting(true));
window.addEventListener("afterprint", () => setPrinting(false));
printMedia.addEventListener("change", () => setPrinting(printMedia.matches));

/** Whether the page is being printed. */
export const usePrinting = printing.use;
