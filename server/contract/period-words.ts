// Periods as people write them, the same in tables and charts of the page and in the server's sentences.
import type { Language } from "./language.ts";
import { type PeriodKind, parsePeriod } from "./period.ts";

type Day = { year: number; month: number; day: number };

/** A period by its first and last day (ISO 8601): "2023年上半年", "H1 2023", "2017年1—5月", "Jan–May 2017". */
export function periodText(kind: PeriodKind, start: string | null, end: string, language: Language): string {
  const days = [readDay(start ?? end), readDay(end)] as const;
  return language === "zh" ? inChinese(kind, ...days) : inEnglish(kind, ...days);
}

/** A date or a period in its text form (2024, 2024-H1, 2024-05, 2024-05-31) in words; any other text as it is. */
export function namedPeriodText(text: string, language: Language): string {
  const period = parsePeriod(text);
  return period?.end ? periodText(period.kind, period.start, period.end, language) : text;
}

/**
 * A period with the note on it. A note that names a time stands for the period: an average of three years that was published in October
 * is no figure of October.
 */
export function periodWithNote(period: string, note: string, language: Language): string {
  // A name keeps its capitals: Seventh National Population Census.
  const words = note.replace(/^[A-Z](?=[a-z]* [a-z\d])/, (letter) => letter.toLowerCase());
  if (!words || /\d{4}/.test(words)) return words || period;
  return period + (language === "zh" ? "，" : ", ") + words;
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

function readDay(iso: string): Day {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split("-").map(Number);
  return { year, month, day };
}

function quarter({ month }: Day): number {
  return Math.ceil(month / 3);
}

function monthName({ year, month }: Day): string {
  return new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }).format(Date.UTC(year, month - 1));
}
