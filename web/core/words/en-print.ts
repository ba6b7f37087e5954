import type { Dictionary } from "./zh.ts";

/** The words of printing and of saved pictures. */
export const enPrint: Pick<Dictionary, "print"> = {
  print: {
    menu: "Print or save an image",
    drawing: "Drawing the map",
    print: "Print",
    printText: "A4; the print window can save it as PDF",
    save: "Map as {{format}}",
    png: "Image with legend and sources",
    screen: "The map is a screen image; the page's print button (or Ctrl+P) prints it complete and sharp",
    made: "Produced on {{date}}",
    svg: "Editable text; the map itself is an embedded image",
  },
};
