import { defineErrors } from "../core/errors.ts";

export const importErrors = defineErrors({
  DATA_INVALID: {
    status: 422,
    en: "The data file {file} is wrong at {place}: {reason}. Correct the file and start again.",
    zh: "数据文件 {file} 的 {place} 处有误：{reason}。请更正该文件后重新启动。",
  },
});
