import { enumWordsZh } from "../../../server/contract/enum-words-zh.ts";
import type { PageEnumWords } from "./enum-words.ts";

/** 枚举值的中文名称：数据模型的，以及只有接口才有的。 */
export const zhEnums: PageEnumWords = {
  ...enumWordsZh,
  preferenceRule: {
    STATUS: "更为正式",
    PUBLISHER: "发布单位更接近编制单位",
    CONFIDENCE: "可信度更高",
    RELEASE: "发布时间更晚",
    STORED: "入库时间更晚",
  },
  targetState: {
    MET: "已达标",
    ON_TRACK_OR_BETTER: "符合预期，或已达标",
    ON_TRACK: "进展符合预期",
    OFF_TRACK: "进度滞后",
    UNDECIDED: "无法判定",
    NO_DATA: "待补充数据",
    NOT_MEASURABLE: "未设量化要求",
  },
  missingKind: {
    NO_MEASURE: "无对应指标",
    NO_FIGURE: "未查到公开数据",
    ONLY_GOALS: "仅查到目标数或预计数",
    STALE: "数据过旧",
    ONE_FIGURE: "仅有一期数据",
    BREAK_IN_SERIES: "统计范围或口径有变，与以前各期不可比",
    ZERO_BASE: "基期为零",
    UNSOURCED: "所依据的数据暂无出处",
  },
};
