import { createContext } from "react";

/** Whether some sites are drawn as bundles now: only then the legend explains them. */
export const Bundled = createContext(false);
