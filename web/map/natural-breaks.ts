/**
 * Where natural classes begin in sorted values: those that keep the sum of squared distances to the class means least (Fisher, On
 * grouping for maximum homogeneity, 1958; on maps after Jenks). Exact, by dynamic programming: quadratic in the number of values.
 */
export function naturalStarts(sorted: readonly number[], count: number): number[] {
  const groups = equalGroups(sorted);
  const spread = spreads(groups);
  // best[to]: least spread of the values before group `to` in the present number of classes; cuts: where the last of them begins.
  let best = groups.map((_, index) => spread(0, index + 1));
  const cuts: number[][] = [];
  for (let classes = 2; classes <= count; classes++) {
    const cut: number[] = [];
    const next = groups.map((_, index) => {
      let [least, firstGroup] = [Number.POSITIVE_INFINITY, index];
      for (let start = classes - 1; start <= index; start++) {
        const whole = (best[start - 1] as number) + spread(start, index + 1);
        if (whole < least) [least, firstGroup] = [whole, start];
      }
      cut[index] = firstGroup;
      return least;
    });
    best = next;
    cuts.push(cut);
  }
  const starts: number[] = [];
  for (let last = groups.length - 1; cuts.length > 0; ) {
    const start = cuts.pop()?.[last] as number;
    starts.unshift(start);
    last = start - 1;
  }
  return [0, ...starts].map((group) => groups[group]?.first as number);
}

interface EqualGroup {
  /** Place of its first value. */
  first: number;
  value: number;
  count: number;
}

/** Equal values are one, so that no break can part them. */
function equalGroups(sorted: readonly number[]): EqualGroup[] {
  const groups: EqualGroup[] = [];
  sorted.forEach((value, first) => {
    const last = groups.at(-1);
    if (last?.value === value) last.count++;
    else groups.push({ first, value, count: 1 });
  });
  return groups;
}

/** Sum of squared distances to the mean of the groups from one to before another, from running sums. */
function spreads(groups: readonly EqualGroup[]): (from: number, to: number) => number {
  // Around the middle value, or the squares of large numbers would swallow their differences.
  const median = groups[Math.floor(groups.length / 2)]?.value ?? 0;
  const sums = [{ count: 0, sum: 0, squares: 0 }];
  for (const { value, count } of groups) {
    const before = sums.at(-1) as (typeof sums)[number];
    const away = value - median;
    sums.push({
      count: before.count + count,
      sum: before.sum + count * away,
      squares: before.squares + count * away * away,
    });
  }
  return (from, to) => {
    const [start, end] = [sums[from], sums[to]];
    if (!start || !end) return Number.POSITIVE_INFINITY;
    const sum = end.sum - start.sum;
    return end.squares - start.squares - (sum * sum) / (end.count - start.count);
  };
}
