import { defineErrors } from "../core/errors.ts";

export const spatialErrors = defineErrors({
  ARGUMENT_NEEDED: {
    status: 400,
    en: "{other} needs {argument}: a number from {least} to {most}.",
    zh: "{other} 须同时给出 {argument}：{least} 至 {most} 之间的数。",
  },
});
