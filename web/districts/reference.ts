import type { Address } from "../address/address.ts";

/** The key of the subject that others are compared with: the chosen one or, without one of these rows, the first picked; empty without either. */
export const referenceOf = (
  { similarTo, picks }: Pick<Address, "similarTo" | "picks">,
  rows: readonly { key: string }[],
): string => [similarTo, picks[0]].find((key) => rows.some((row) => row.key === key)) ?? "";
