import "@fontsource-variable/inter/wght.css";
import "./core/kind-rules.ts";
import "./core/styles.ts";
import "./look.css";
import "./frame/start.css";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { getAddress } from "./address/navigation.ts";
import { App } from "./app/app.tsx";
import { client } from "./core/client.ts";
import { startLanguage } from "./core/i18n.ts";
import { pageLanguage } from "./core/language.tsx";
import { rememberedChoices, storage } from "./core/remembered.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");

// After a deployment, chunks of the old version that were not loaded yet are gone: reload with the new version.
window.addEventListener("vite:preloadError", (event) => {
  const [name, currentTime] = ["atlas.renewed", Date.now()];
  const session = storage("sessionStorage");
  // Where nothing can be kept, it would not be seen that this was tried already.
  if (!session || currentTime - Number(session.getItem(name)) < 60_000) return;
  event.preventDefault();
  session.setItem(name, String(currentTime));
  window.location.reload();
});

startLanguage(pageLanguage(getAddress().lang ?? rememberedChoices.lang, navigator.languages));

// Not in StrictMode: it mounts twice, and the map library then takes all sources and layers off the map, in the wrong order.
createRoot(root).render(
  <Provider value={client}>
    <App />
  </Provider>,
);
