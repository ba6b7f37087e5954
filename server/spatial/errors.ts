import { defineErrors } from "../core/errors.ts";

export const spatialErrors = defineErrors({
  ARGUMENT_NEEDED: {
    status: 400,
    en: "{other} needs the argument {argument}, a number from {min} to {max}.",
    zh: "{other} 须同时给出 {argument}：{min} 至 {max} 之间的数。",
  },
});
