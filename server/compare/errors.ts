import { defineErrors } from "../core/errors.ts";

export const compareErrors = defineErrors({
  SITES_AS_TODAY: {
    status: 200,
    en: "Sites are counted as they are today, regardless of the requested period or moment.",
    zh: "地点数按现有地点计，与所选时期和时点无关。",
  },
  ENTRY_REPEATED: {
    status: 400,
    en: "{argument} lists {value} more than once. List it only once.",
    zh: "{argument} 重复列出 {value}。请只列一次。",
  },
  SUBJECTS_TOO_MANY: {
    status: 400,
    en: "{argument} covers at least {value} sites; at most {max} can be compared. Narrow it.",
    zh: "{argument} 包含 {value} 个或更多地点；最多比较 {max} 个。请缩小范围。",
  },
  ENTRIES_NEEDED: {
    status: 400,
    en: "{argument} is empty. Give at least one entry.",
    zh: "{argument} 为空。请至少给出一项。",
  },
  INDICATOR_NEEDED: {
    status: 400,
    en: "{argument}: sites can only be compared by indicators. Give an indicator in every entry.",
    zh: "{argument}：地点之间按指标比较。请逐项给出指标。",
  },
  PERIOD_MALFORMED: {
    status: 400,
    en: "{argument} must be a year, half, quarter, month or year to date, like 2024, 2024-H1, 2024-Q3, 2024-05 or 2024-01-01/2024-05-31, or latest; it is {value}.",
    zh: "{argument} 须为年、半年、季、月或年初至今，例如 2024、2024-H1、2024-Q3、2024-05 或 2024-01-01/2024-05-31，或 latest（各自最新）；实际为 {value}。",
  },
});
