import { type Address, writeAddress } from "./address.ts";

/** Days of data are those of UTC. */
const day = (): string => new Date().toISOString().slice(0, 10);

/** The whole address of what is shown, with the data of today where no other day is chosen: on paper it must stay true. */
export function permanentLink(address: Address): string {
  return decodeURI(window.location.origin + writeAddress({ ...address, asOf: address.asOf ?? day(), theme: null }));
}
