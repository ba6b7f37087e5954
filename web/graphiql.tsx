// The query editor of the API at /graphiql/, bundled: it needs no other host.
import "@fontsource-variable/inter/wght.css";
import "./look.css";
import "./graphiql/graphiql.css";
import { createRoot } from "react-dom/client";
import { languageTags, pageLanguage } from "./core/language.tsx";
import { rememberedChoices } from "./core/remembered.ts";
import { Explorer } from "./graphiql/explorer.tsx";
import { words } from "./graphiql/words.ts";

const language = pageLanguage(rememberedChoices.lang, navigator.languages);
document.documentElement.lang = languageTags[language];
document.documentElement.dataset.mantineColorScheme =
  rememberedChoices.theme ?? (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

const root = document.getElementById("graphiql");
if (root) createRoot(root).render(<Explorer words={words[language]} />);
