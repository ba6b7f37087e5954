import type { Words } from "../core/errors.ts";
import type { Dated } from "./facts.ts";

const month = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" }).format(
    Date.parse(`${day.slice(0, 7)}-01T00:00:00Z`),
  );

/** The period of a figure in both languages: "2024年", "April 2025" as "Apr 2025", "2021—2025年". */
export function periodWords({ kind, start, end }: Dated): Words {
  const [year, number] = [end.slice(0, 4), Number(end.slice(5, 7))];
  const from = start ?? end;
  switch (kind) {
    case "YEAR":
      return { zh: `${year}年`, en: year };
    case "HALF_YEAR":
      return { zh: `${year}年${number <= 6 ? "上" : "下"}半年`, en: `H${number <= 6 ? 1 : 2} ${year}` };
    case "QUARTER":
      return { zh: `${year}年第${"一二三四"[number / 3 - 1]}季度`, en: `Q${number / 3} ${year}` };
    case "YEAR_TO_DATE":
      return { zh: `${year}年1—${number}月`, en: `January to ${month(end)}` };
    case "SPAN":
      return from.endsWith("-01-01") && end.endsWith("-12-31")
        ? { zh: `${from.slice(0, 4)}—${year}年`, en: `${from.slice(0, 4)} to ${year}` }
        : {
            zh: `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月至${year}年${number}月`,
            en: `${month(from)} to ${month(end)}`,
          };
    default:
      return { zh: `${year}年${number}月`, en: month(end) };
  }
}
