import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed; set before layout, so that rows left out on the screen can be rendered. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const print = window.matchMedia("print");
    const set = (on: boolean) => flushSync(() => setPrinting(on));
    const before = () => set(true);
    const after = () => set(false);
    const changed = () => set(print.matches);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    print.addEventListener("change", changed);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
      print.removeEventListener("change", changed);
    };
  }, []);
  return printing;
}
