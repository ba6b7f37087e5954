import type { Language } from "../../server/contract/language.ts";
import type { PeriodKind } from "./graphql.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

export interface Period {
  periodKind: PeriodKind;
  /** First and last day, ISO 8601; both empty where the source gives no time. */
  periodStart: string | null;
  periodEnd: string | null;
}

type Day = { year: number; month: number; day: number };

/** The period a figure is about, as people write it: "2023年上半年", "H1 2023", "2017年1—5月", "Jan–May 2017". */
export function formatPeriod({ periodKind, periodStart, periodEnd }: Period, language: Language): string {
  const [start, end] = [readDay(periodStart), readDay(periodEnd)];
  if (periodKind === "UNDATED" || !end) return (language === "zh" ? zh : en).period.undated;
  return language === "zh" ? inChinese(periodKind, start ?? end, end) : inEnglish(periodKind, start ?? end, end);
}

function inChinese(kind: PeriodKind, start: Day, end: Day): string {
  switch (kind) {
    case "HALF_YEAR":
      return `${end.year}年${end.month <= 6 ? "上" : "下"}半年`;
    case "QUARTER":
      return `${end.year}年第${"一二三四"[quarter(end) - 1]}季度`;
    case "MONTH":
      return `${end.year}年${end.month}月`;
    case "DAY":
      return `${end.year}年${end.month}月${end.day}日`;
    case "YEAR_TO_DATE":
      if (!endsMonth(end)) return `${end.year}年${start.month}月${start.day}日—${end.month}月${end.day}日`;
      return `${end.year}年${start.month === end.month ? "" : `${start.month}—`}${end.month}月`;
    case "SPAN":
      if (!isWholeYears(start, end)) return `${start.year}年${start.month}月—${end.year}年${end.month}月`;
      return start.year === end.year ? `${end.year}年` : `${start.year}—${end.year}年`;
    default:
      return `${end.year}年`;
  }
}

function inEnglish(kind: PeriodKind, start: Day, end: Day): string {
  switch (kind) {
    case "HALF_YEAR":
      return `H${end.month <= 6 ? 1 : 2} ${end.year}`;
    case "QUARTER":
      return `Q${quarter(end)} ${end.year}`;
    case "MONTH":
      return `${monthName(end)} ${end.year}`;
    case "DAY":
      return `${end.day} ${monthName(end)} ${end.year}`;
    case "YEAR_TO_DATE":
      if (!endsMonth(end)) return `${start.day} ${monthName(start)}–${end.day} ${monthName(end)} ${end.year}`;
      return `${start.month === end.month ? "" : `${monthName(start)}–`}${monthName(end)} ${end.year}`;
    case "SPAN":
      if (!isWholeYears(start, end)) return `${monthName(start)} ${start.year}–${monthName(end)} ${end.year}`;
      return start.year === end.year ? `${end.year}` : `${start.year}–${end.year}`;
    default:
      return `${end.year}`;
  }
}

const endsMonth = ({ year, month, day }: Day): boolean => day === new Date(Date.UTC(year, month, 0)).getUTCDate();

const isWholeYears = (start: Day, end: Day): boolean => start.month === 1 && end.month === 12;

/** A date as exact as its source: a year, a month or a day. */
export function formatDate(partial: string, language: Language): string {
  const [year, month, day] = partial.split("-").map(Number);
  if (year === undefined || Number.isNaN(year)) return partial;
  const date: Day = { year, month: month ?? 12, day: day ?? 31 };
  const kind: PeriodKind = day ? "DAY" : month ? "MONTH" : "YEAR";
  return language === "zh" ? inChinese(kind, date, date) : inEnglish(kind, date, date);
}

/** A period as an address names it (2024, 2024-H1, 2024-Q3, 2024-05), in words. */
export function formatSlot(slot: string, language: Language): string {
  const [year = "", part] = slot.split("-");
  const [kind, last]: [PeriodKind, number] = !part
    ? ["YEAR", 12]
    : part.startsWith("H")
      ? ["HALF_YEAR", Number(part.slice(1)) * 6]
      : part.startsWith("Q")
        ? ["QUARTER", Number(part.slice(1)) * 3]
        : ["MONTH", Number(part)];
  const day = { year: Number(year), month: last, day: 1 };
  return language === "zh" ? inChinese(kind, day, day) : inEnglish(kind, day, day);
}

function readDay(iso: string | null): Day | null {
  const match = iso?.match(/^(\d{4})-(\d{2})-(\d{2})/);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

function quarter({ month }: Day): number {
  return Math.ceil(month / 3);
}

function monthName({ year, month }: Day): string {
  return new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }).format(Date.UTC(year, month - 1));
}
