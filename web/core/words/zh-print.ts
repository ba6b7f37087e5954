/** 打印与保存图片的文字。 */
export const zhPrint = {
  print: {
    menu: "打印或保存图片",
    drawing: "正在绘制地图",
    print: "打印",
    printText: "A4，可在打印窗口中存为 PDF",
    save: "地图存为 {{format}}",
    png: "图片，含图例与来源",
    screen: "地图为屏幕画面。用本页的打印按钮（或 Ctrl+P）可打印清晰、完整的地图",
    made: "制图于 {{date}}",
    svg: "文字可编辑；底图为内嵌图片",
  },
} as const;
