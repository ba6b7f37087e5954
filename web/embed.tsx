import "@fontsource-variable/inter/wght.css";
import "./core/kind-rules.ts";
import "./look.css";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { readAddress } from "./address/address.ts";
import { EmbedView } from "./app/embed-view.tsx";
import { client } from "./core/client.ts";
import { startLanguage } from "./core/i18n.ts";
import { pageLanguage } from "./core/language.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("embed.html has no element #root");

// The address decides, else the browser's preference: a reader's choice in the atlas itself must not affect other pages.
const address = readAddress(window.location);
startLanguage(pageLanguage(address.lang, navigator.languages));

createRoot(root).render(
  <Provider value={client}>
    <EmbedView start={address} />
  </Provider>,
);
