// GraphiQL, bundled: a query editor for the API that needs no other host.
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./graphiql.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { storage } from "../core/remembered.ts";
import { examples } from "./examples.ts";

// Where the browser forbids storage, tabs last as long as the page.
const memoryStorage = {
  length: 0,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  clear: () => undefined,
};

const fetcher = createGraphiQLFetcher({ url: "/graphql" });
const root = document.getElementById("graphiql");

if (root)
  createRoot(root).render(
    <GraphiQL fetcher={fetcher} defaultTabs={examples} storage={storage("localStorage") ?? memoryStorage} />,
  );
