/** The decimals of a distance beside a limit, so many that rounding does not move it to the other side: 14.8 of 14.795 km within 14.8. */
export function decimalsBeside(km: number, limitKm: number): number {
  const usual = km < 10 ? 1 : 0;
  const isSameSide = (decimals: number) => Number(km.toFixed(decimals)) <= limitKm === km <= limitKm;
  return [0, 1, 2, 3].find((decimals) => decimals >= usual && isSameSide(decimals)) ?? 3;
}
