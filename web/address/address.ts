import { type Filter, readFilter, writeFilter } from "../../server/contract/site-filter.ts";
import { addressPart } from "../../server/contract/typed-text.ts";
import { parameters } from "./parameters.ts";

export const pageNames = ["explore", "districts", "plan", "data"] as const;
export type PageName = (typeof pageNames)[number];

type Table = typeof parameters;
type ParameterValues = { [Key in keyof Table]: ReturnType<Table[Key]["read"]> };

/** The state of the page in the address bar: a link opened elsewhere shows the same. */
export interface Address extends ParameterValues {
  page: PageName;
  filter: Filter;
}

/** One type for all rows, for loops: each row reads and writes the value under its own key. */
interface ParameterRow {
  name: string;
  read: (text: string | null) => unknown;
  write: (value: unknown) => string | null;
  defaultText?: string;
}
const parameterRows = Object.entries(parameters) as [keyof Table, ParameterRow][];

/** Reads an address. Parameters that are unknown or malformed are ignored, never guessed at. */
export function readAddress(url: Pick<URL, "pathname" | "search">): Address {
  const query = new URLSearchParams(url.search);
  const name = url.pathname.replace(/^\/|\/$/g, "");
  const values = Object.fromEntries(
    parameterRows.map(([key, row]) => [key, row.read(query.get(row.name))]),
  ) as unknown as ParameterValues;
  return { page: pageNames.find((pageName) => pageName === name) ?? "explore", filter: readFilter(query).filter, ...values };
}

/** The shortest address that reads back as the same; commas, slashes and colons stay readable. */
export function writeAddress(address: Address): string {
  const pairs = [
    ...writeFilter(address.filter),
    ...parameterRows.map(([key, row]) => [row.name, row.write(address[key])] as const),
  ];
  const query = pairs
    .filter((pair): pair is [string, string] => Boolean(pair[1]))
    .map(([name, value]) => `${name}=${addressPart(value).replace(/%2C|%2F|%3A/g, decodeURIComponent)}`)
    .join("&");
  const path = address.page === "explore" ? "/" : `/${address.page}`;
  return query ? `${path}?${query}` : path;
}

/** Parameters of an address that readAddress does not understand, or not completely; see readFilter for the filter. */
export function unrecognisedParameters(url: Pick<URL, "pathname" | "search">): readonly string[] {
  const parameters = new URLSearchParams(url.search);
  const recognised = new URL(writeAddress(readAddress(url)), "http://atlas").searchParams;
  const entries = (text: string | null) => new Set(text?.split(",").filter(Boolean));
  return parameterRows
    .filter(([, { name, defaultText }]) => {
      const text = parameters.get(name)?.trim();
      return text && text !== defaultText && entries(recognised.get(name)).size < entries(text).size;
    })
    .map(([, { name }]) => name);
}
