import { defineErrors } from "../core/errors.ts";

export const tileErrors = defineErrors({
  LAYER_UNKNOWN: {
    status: 404,
    en: "There is no tile layer {layer}. Layers: {allowed}.",
    zh: "没有图层 {layer}。可用图层：{allowed}。",
  },
  TILE_OUT_OF_RANGE: {
    status: 404,
    en: "There is no tile {tile}. Its address must end in z/x/y.mvt, with z from 0 to 22 and x and y from 0 to 2^z - 1.",
    zh: "不存在瓦片 {tile}。瓦片地址为 z/x/y.mvt，z 取 0 至 22，x、y 取 0 至 2^z - 1。",
  },
});
