import { createContext } from "react";

/** Whether some sites are drawn as bundles now: the legend says what those are only then. */
export const Bundled = createContext(false);
