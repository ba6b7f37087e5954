import { kindStyleRules } from "./kinds.ts";

// The kinds' colours are in one table (kinds.ts), which the map reads too; here they become a style sheet of the page.
const sheet = new CSSStyleSheet();
sheet.replaceSync(kindStyleRules);
document.adoptedStyleSheets.push(sheet);
