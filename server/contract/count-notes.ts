import { kindNames, type SiteKind } from "./kinds.ts";
import type { Language } from "./language.ts";

export interface CountsByKind {
  kinds: readonly { kind: SiteKind; count: number }[];
  /** How many of these are parts of another site. */
  parts: readonly { kind: SiteKind; count: number }[];
  nationalHubs: number;
}

// Words of their own: they come after the first paint.
const sentences = {
  zh: {
    parts: (name: string, count: number, parts: number) =>
      `${name} ${count} 个，其中 ${parts} 个是另一${name}的组成部分，不另计则为 ${count - parts} 个。`,
    hubs: (name: string, count: number, national: number) =>
      `${name} ${count} 个，其中国家物流枢纽 ${national} 个、物流基础设施 ${count - national} 个。`,
  },
  en: {
    parts: (name: string, count: number, parts: number) =>
      `${name}: ${count}, of which ${parts} ${parts === 1 ? "is" : "are"} part of another; ${count - parts} without parts.`,
    hubs: (name: string, count: number, national: number) =>
      `${name}: ${count}, of which ${national} ${national === 1 ? "is" : "are"} national and ${count - national} infrastructure.`,
  },
};

/** What a count of a kind consists of, where it is more than sites of one sort: "5, of which 2 are part of another". */
export function countNote({ kinds, parts, nationalHubs }: CountsByKind, kind: SiteKind, language: Language): string | null {
  const countIn = (counts: CountsByKind["kinds"]) => counts.find((each) => each.kind === kind)?.count ?? 0;
  const [count, partCount] = [countIn(kinds), countIn(parts)];
  const name = kindNames(language, "plural")[kind];
  if (kind === "LOGISTICS_HUB" && count > nationalHubs) return sentences[language].hubs(name, count, nationalHubs);
  return partCount > 0 ? sentences[language].parts(name, count, partCount) : null;
}

/** The notes of several kinds: those given, or all. */
export const countNotes = (counts: CountsByKind, language: Language, shown: readonly SiteKind[] = []): string[] =>
  counts.kinds.flatMap(({ kind }) =>
    shown.length === 0 || shown.includes(kind) ? (countNote(counts, kind, language) ?? []) : [],
  );
