import { type Filter, readFilter, writeFilter } from "../../server/contract/site-filter.ts";
import { addressPart } from "../../server/contract/typed-text.ts";
import { parameters } from "./parameters.ts";

export const places = ["explore", "districts", "plan", "data"] as const;
export type Place = (typeof places)[number];

type Table = typeof parameters;
type Shown = { [Key in keyof Table]: ReturnType<Table[Key]["read"]> };

/** The state of the page in the address bar: a link opened elsewhere shows the same. */
export interface Address extends Shown {
  page: Place;
  filter: Filter;
}

/** One type for all rows, for loops: each row reads and writes the value under its own key. */
interface Row {
  name: string;
  read: (text: string | null) => unknown;
  write: (value: unknown) => string | null;
  empty?: string;
}
const rows = Object.entries(parameters) as [keyof Table, Row][];

/** Reads an address strictly: what is not understood is ignored, never guessed at. */
export function readAddress(url: Pick<URL, "pathname" | "search">): Address {
  const query = new URLSearchParams(url.search);
  const name = url.pathname.replace(/^\/|\/$/g, "");
  const shown = Object.fromEntries(rows.map(([key, row]) => [key, row.read(query.get(row.name))])) as unknown as Shown;
  return { page: places.find((place) => place === name) ?? "explore", filter: readFilter(query).filter, ...shown };
}

/** The shortest address that reads back as the same; commas, slashes and colons stay readable. */
export function writeAddress(address: Address): string {
  const pairs = [...writeFilter(address.filter), ...rows.map(([key, row]) => [row.name, row.write(address[key])] as const)];
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
  const understood = new URL(writeAddress(readAddress(url)), "http://atlas").searchParams;
  const entries = (text: string | null) => new Set(text?.split(",").filter(Boolean));
  return rows
    .filter(([, { name, empty }]) => {
      const text = parameters.get(name)?.trim();
      return text && text !== empty && entries(understood.get(name)).size < entries(text).size;
    })
    .map(([, { name }]) => name);
}
