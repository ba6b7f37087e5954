/** Whether this is a demonstration: the server writes it into the document's head (server/page/demo.ts), strip and watermark with it. */
export const isDemo = document.querySelector('meta[name="atlas-demo"]') !== null;

/** What stands across pictures that are taken out of the page, in both languages at once. */
export const WATERMARK = "演示数据 DEMO";

/** A title of the document, with the mark of a demonstration. */
export const titled = (title: string): string => (isDemo ? `【演示 DEMO】${title}` : title);
