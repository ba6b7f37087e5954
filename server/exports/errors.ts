import { defineErrors } from "../core/errors.ts";

export const exportErrors = defineErrors({
  FORMAT_UNKNOWN: {
    status: 404,
    en: "There is no file {format}. Use one of: {allowed}.",
    zh: "文件 {format} 不存在。可用：{allowed}。",
  },
  DOWNLOAD_TOO_LARGE: {
    status: 400,
    en: "The file would have {value} rows; the limit is {max}. Narrow the filter, or take a format without figures.",
    zh: "文件将含 {value} 行；最多 {max} 行。请缩小筛选范围，或选择不含指标的格式。",
  },
  DOWNLOADS_BUSY: {
    status: 503,
    retryAfterSeconds: 10,
    en: "{max} files are already being generated. Try again in a few seconds.",
    zh: "已有 {max} 个文件正在生成。请几秒后重试。",
  },
  DATA_CHANGED: {
    status: 503,
    en: "The data was updated while the file was being generated from version {version}. Download the file again.",
    zh: "生成文件期间数据已更新，不再是第 {version} 版。请重新下载。",
  },
});
