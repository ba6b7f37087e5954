import { defineErrors } from "../core/errors.ts";

export const importErrors = defineErrors({
  DATA_INVALID: {
    status: 422,
    en: "The data file {file} has an error at {place}: {reason}. Correct the file and start again.",
    zh: "数据文件 {file} 的 {place} 处有误：{reason}。请更正该文件后重新启动。",
  },
  EDITION_SUPERSEDED: {
    status: 200,
    en: "These data files are the ones published as version {version}, and newer data has been published since, so nothing was changed. To publish them again, start with --republish.",
    zh: "这些数据文件就是第 {version} 版所用的文件，其后已发布更新的数据，因此未作改动。如需重新发布，请在启动时加上 --republish。",
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
