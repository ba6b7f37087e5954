import { defineErrors } from "../core/errors.ts";

export const pageErrors = defineErrors({
  PAGE_NOT_BUILT: {
    status: 500,
    en: "The page could not be built; the reason is given above. Fix it and start again. The packages that build the page are installed by npm ci --include=dev.",
    zh: "页面构建失败，原因见上。请修复后重新启动。构建页面所需的软件包由 npm ci --include=dev 安装。",
  },
});
