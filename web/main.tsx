import "@fontsource-variable/inter/wght.css";
import "./core/styles.ts";
import "./look.css";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { App } from "./app.tsx";
import { client } from "./core/client.ts";
import { startLanguage } from "./core/i18n.ts";
import { pageLanguage } from "./core/language.tsx";
import { getAddress } from "./core/navigation.ts";
import { remembered } from "./core/remembered.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");

startLanguage(pageLanguage(getAddress().lang ?? remembered.lang, navigator.languages));

// Not in StrictMode: it mounts twice, and the map library then takes all sources and layers off the map, in the wrong order.
createRoot(root).render(
  <Provider value={client}>
    <App />
  </Provider>,
);
