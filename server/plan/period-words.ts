// Formats the period of a figure, as the page's tables do (web/core/period.ts).
import type { Words } from "../contract/language.ts";
import type { Dated } from "./facts.ts";

const monthName = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }).format(Date.parse(`${day.slice(0, 7)}-01T00:00:00Z`));

const endsMonth = (day: string): boolean => new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;

/** The period of a figure in both languages: "2024年", "2025年4月" and "Apr 2025", "2021—2025年" and "2021–2025". */
export function periodWords({ kind, start, end }: Dated): Words {
  const [year, month, day] = [end.slice(0, 4), Number(end.slice(5, 7)), Number(end.slice(8))];
  const from = start ?? end;
  const [firstYear, firstMonth] = [from.slice(0, 4), Number(from.slice(5, 7))];
  switch (kind) {
    case "HALF_YEAR":
      return { zh: `${year}年${month <= 6 ? "上" : "下"}半年`, en: `H${month <= 6 ? 1 : 2} ${year}` };
    case "QUARTER":
      return { zh: `${year}年第${"一二三四"[Math.ceil(month / 3) - 1]}季度`, en: `Q${Math.ceil(month / 3)} ${year}` };
    case "MONTH":
      return { zh: `${year}年${month}月`, en: `${monthName(end)} ${year}` };
    case "DAY":
      return { zh: `${year}年${month}月${day}日`, en: `${day} ${monthName(end)} ${year}` };
    case "YEAR_TO_DATE":
      if (!endsMonth(end))
        return {
          zh: `${year}年${firstMonth}月${Number(from.slice(8))}日—${month}月${day}日`,
          en: `${Number(from.slice(8))} ${monthName(from)}–${day} ${monthName(end)} ${year}`,
        };
      return firstMonth === month
        ? { zh: `${year}年${month}月`, en: `${monthName(end)} ${year}` }
        : { zh: `${year}年${firstMonth}—${month}月`, en: `${monthName(from)}–${monthName(end)} ${year}` };
    case "SPAN":
      if (firstMonth !== 1 || month !== 12)
        return {
          zh: `${firstYear}年${firstMonth}月—${year}年${month}月`,
          en: `${monthName(from)} ${firstYear}–${monthName(end)} ${year}`,
        };
      return firstYear === year ? { zh: `${year}年`, en: year } : { zh: `${firstYear}—${year}年`, en: `${firstYear}–${year}` };
    default:
      return { zh: `${year}年`, en: year };
  }
}
