import "@fontsource-variable/inter/wght.css";
import "./core/kind-rules.ts";
import "./core/styles.ts";
import "./look.css";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { getAddress } from "./address/navigation.ts";
import { App } from "./app/app.tsx";
import { client } from "./core/client.ts";
import { startLanguage } from "./core/i18n.ts";
import { pageLanguage } from "./core/language.tsx";
import { remembered, storage } from "./core/remembered.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");

// After a deployment, chunks of the old version that were not loaded yet are gone: reload with the new version.
window.addEventListener("vite:preloadError", (event) => {
  const [name, now] = ["atlas.renewed", Date.now()];
  const visit = storage("sessionStorage");
  // Where nothing can be kept, it would not be seen that this was tried already.
  if (!visit || now - Number(visit.getItem(name)) < 60_000) return;
  event.preventDefault();
  visit.setItem(name, String(now));
  window.location.reload();
});

startLanguage(pageLanguage(getAddress().lang ?? remembered.lang, navigator.languages));

// Not in StrictMode: it mounts twice, and the map library then takes all sources and layers off the map, in the wrong order.
createRoot(root).render(
  <Provider value={client}>
    <App />
  </Provider>,
);
