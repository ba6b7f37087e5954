// Whether a regular expression takes time that grows faster than the text: tried with texts that its own parts are repeated in.

/** A part of an expression: an escape, a class, a counter, the opening of a group, or one character. */
const PART =
  /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\.|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|\(\?(?:[:=!]|<[=!]|<\w+>)|./gisu;
const MARKUP = /^(?:\(\?.*|\(|\)|\||\*|\+|\?|\^|\$|\\[bB])$/;
const SAMPLES = [..." 1aA中-.,:;'\"/@<>=°′_"];
const MAX_PUMP = 5;
const SUFFIXES = ["\u0001", "\u0001\n"];
/** A text of 16 KB is what an address or a header can have; where the time doubles with each character, far fewer take long. The smaller
 * numbers find most of what is slow in a fraction of the time. */
const REPEATS = [20, 24, 1000, 6000, 16_000];
const MAX_MS = 30;

/** A text that the expression takes too long for, described; undefined if there is none. */
export function slowText(expression: RegExp): string | undefined {
  const samples = samplesOf(expression);
  for (const [start] of samples.entries())
    for (let end = start + 1; end <= Math.min(start + MAX_PUMP, samples.length); end++) {
      const [prefix, pump] = [samples.slice(0, start).join(""), samples.slice(start, end).join("")];
      for (const suffix of SUFFIXES)
        for (const count of REPEATS)
          for (const before of new Set([prefix, ""]))
            if (isSlow(expression, before + pump.repeat(count) + suffix))
              return `${JSON.stringify(before)} and ${count} × ${JSON.stringify(pump)}`;
    }
  return undefined;
}

// One text for each part, in order: the characters that it matches.
function samplesOf({ source, flags }: RegExp): string[] {
  const samples: string[] = [];
  for (const [part] of source.matchAll(PART)) {
    const count = /^\{(\d+)/.exec(part)?.[1];
    if (count !== undefined) samples.push(...Array.from({ length: Math.min(Number(count), 20) - 1 }, () => samples.at(-1) ?? ""));
    else if (!MARKUP.test(part)) samples.push(sampleOf(part, flags));
  }
  return samples;
}

function sampleOf(part: string, flags: string): string {
  const matcher = new RegExp(`^(?:${part})$`, flags.replace(/[gy]/g, ""));
  return [...part, ...SAMPLES].findLast((sample) => matcher.test(sample)) ?? "";
}

// The least of three runs: the time of the others may be that of the machine.
function isSlow(expression: RegExp, text: string): boolean {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = process.cpuUsage();
    expression.lastIndex = 0;
    expression.exec(text);
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 < MAX_MS) return false;
  }
  return true;
}
