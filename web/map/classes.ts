/** A class of counts, from and to inclusive. */
interface CountClass {
  from: number;
  to: number;
  /** Its index in the colour scale: 0 is the faintest, 4 the strongest. */
  tone: number;
}

/** The number of colours that can be distinguished on a map. */
const maxClasses = 5;

/** Round numbers that classes begin with. */
const roundSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

/** Classes for counts from 1 on: each number for itself where there are few, else round ones; the last ends with the largest count. */
export function countClasses(counts: readonly number[]): CountClass[] {
  const largest = Math.max(0, ...counts);
  if (largest < 1) return [];
  const candidates =
    largest <= maxClasses
      ? Array.from({ length: largest }, (_, index) => index + 1)
      : roundSteps.filter((step) => step <= largest);
  // Of too many classes the lowest are joined: readers look for the high ones.
  const classStarts = candidates.length > maxClasses ? [1, ...candidates.slice(1 - maxClasses)] : candidates;
  return classStarts.map((from, index) => ({
    from,
    to: (classStarts[index + 1] ?? largest + 1) - 1,
    tone: classStarts.length === 1 ? 2 : Math.round((index * (maxClasses - 1)) / (classStarts.length - 1)),
  }));
}

/** The class that a count is in. */
export function classOf(classes: readonly CountClass[], count: number): CountClass | undefined {
  return classes.find(({ from, to }) => count >= from && count <= to);
}
