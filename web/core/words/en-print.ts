import type { Dictionary } from "./zh.ts";

/** The words of printing and of saved pictures. */
export const enPrint: Pick<Dictionary, "print"> = {
  print: {
    menu: "Print or save a picture",
    drawing: "Drawing the map",
    print: "Print",
    printText: "A4; the print window can save it as PDF",
    save: "Map as {{format}}",
    png: "A picture with its legend and sources",
    made: "Made on {{date}}",
    otherYears: "Sources of the other years: choose the year on the page",
    svg: "Text to edit; the map itself is an image in it",
  },
};
