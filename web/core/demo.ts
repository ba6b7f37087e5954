import { titleWithDemoMark } from "../../server/contract/demo.ts";

/** Whether this is a demonstration: the server writes it into the document's head (server/page/demo.ts), strip and watermark with it. */
export const isDemo = document.querySelector('meta[name="atlas-demo"]') !== null;

/** A title of the document, marked in a demonstration. */
export const documentTitle = (title: string): string => titleWithDemoMark(title, isDemo);
