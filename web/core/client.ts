import i18next from "i18next";
import { Client, cacheExchange, fetchExchange } from "urql";

/** The server answers with errors in the reader's language. */
export const client = new Client({
  url: "/graphql",
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  fetchOptions: () => ({ headers: { "accept-language": i18next.language } }),
});
