import { defineErrors } from "../core/errors.ts";

export const importErrors = defineErrors({
  DATA_INVALID: {
    status: 422,
    en: "The data file {file} has an error at {place}: {reason}. Correct the file and start again.",
    zh: "数据文件 {file} 的 {place} 处有误：{reason}。请更正该文件后重新启动。",
  },
  ROW_KEPT: {
    status: 200,
    en: "{model} {key} was changed by others since the data files were last published. It remains unchanged; the new version in the files was not published.",
    zh: "{model} {key} 自数据文件上次发布后已被他人修改，保持不变；文件中的新内容未发布。",
  },
  ROW_MISSING: {
    status: 200,
    en: "{model} {key} is no longer in the data files. It remains unchanged.",
    zh: "{model} {key} 已不在数据文件中，保持不变。",
  },
});
