/**
 * Where natural classes begin in sorted values: those that keep the sum of squared distances to the class means least (Fisher, On
 * grouping for maximum homogeneity, 1958; on maps after Jenks). Exact, by dynamic programming: quadratic in the number of values.
 */
export function naturalStarts(sorted: readonly number[], count: number): number[] {
  const groups = equalGroups(sorted);
  const squaredDeviation = squaredDeviations(groups);
  // leastDeviations[to]: least squared deviation of the values before group `to` in the present number of classes; lastClassStarts: where the last of them begins.
  let leastDeviations = groups.map((_, index) => squaredDeviation(0, index + 1));
  const lastClassStarts: number[][] = [];
  for (let classes = 2; classes <= count; classes++) {
    const classStarts: number[] = [];
    const next = groups.map((_, index) => {
      let [leastDeviation, firstGroup] = [Number.POSITIVE_INFINITY, index];
      for (let start = classes - 1; start <= index; start++) {
        const deviation = (leastDeviations[start - 1] as number) + squaredDeviation(start, index + 1);
        if (deviation < leastDeviation) [leastDeviation, firstGroup] = [deviation, start];
      }
      classStarts[index] = firstGroup;
      return leastDeviation;
    });
    leastDeviations = next;
    lastClassStarts.push(classStarts);
  }
  const starts: number[] = [];
  for (let last = groups.length - 1; lastClassStarts.length > 0; ) {
    const start = lastClassStarts.pop()?.[last] as number;
    starts.unshift(start);
    last = start - 1;
  }
  return [0, ...starts].map((group) => groups[group]?.firstIndex as number);
}

interface EqualGroup {
  /** Place of its first value. */
  firstIndex: number;
  value: number;
  count: number;
}

/** Equal values are one, so that no break can part them. */
function equalGroups(sorted: readonly number[]): EqualGroup[] {
  const groups: EqualGroup[] = [];
  sorted.forEach((value, firstIndex) => {
    const last = groups.at(-1);
    if (last?.value === value) last.count++;
    else groups.push({ firstIndex, value, count: 1 });
  });
  return groups;
}

/** Sum of squared distances to the mean of the groups from one to before another, from running sums. */
function squaredDeviations(groups: readonly EqualGroup[]): (from: number, to: number) => number {
  // Around the middle value, or the squares of large numbers would swallow their differences.
  const median = groups[Math.floor(groups.length / 2)]?.value ?? 0;
  const runningSums = [{ count: 0, sum: 0, squares: 0 }];
  for (const { value, count } of groups) {
    const previous = runningSums.at(-1) as (typeof runningSums)[number];
    const offset = value - median;
    runningSums.push({
      count: previous.count + count,
      sum: previous.sum + count * offset,
      squares: previous.squares + count * offset * offset,
    });
  }
  return (from, to) => {
    const [start, end] = [runningSums[from], runningSums[to]];
    if (!start || !end) return Number.POSITIVE_INFINITY;
    const sum = end.sum - start.sum;
    return end.squares - start.squares - (sum * sum) / (end.count - start.count);
  };
}
