import type { DistrictWords } from "./words-zh.ts";

/** The words of the page Districts for facts, clusters, totals and print. */
export const enDistrictWords: DistrictWords = {
  districtWords: {
    totals: {
      all: "{{count}} sites in total",
      withDistrict: "{{count}} with a recorded district",
      withoutDistrict:
        "{{count}} without one, counted only in the upper end of ranges such as 1–4 for the districts where they may be located",
      outsideCity: "{{count}} outside Wuhan",
    },
    paper: {
      none: "—  Not published, or not calculable from published data; not zero",
      ranks: "No. n–m  Only limits of the value are known; the rank is between n and m",
      sources: "Superscript numbers  See Sources at the end",
      picked: {
        DISTRICT: "Only the selected districts are shown, {{count}} of {{all}}; ranks and medians are among all with a value.",
        FUNCTIONAL_AREA:
          "Only the selected functional areas are shown, {{count}} of {{all}}; ranks and medians are among all with a value.",
      },
    },
    fact: {
      noneOfCity: "none of the city's {{city}}",
      partOfCity: "{{value}} of {{city}} in the city",
      partOfCityRange: "{{value}} to {{max}} of {{city}} in the city",
      rank: "No. {{rank}} of {{count}}",
      doubtful: "low confidence",
      withYear: "{{count}} of {{all}} have data for the same period, so not ranked",
      rankWithFigures: "No. {{rank}} of the {{count}} with figures",
      is: " ",
      timesMedian: "{{is}} {{times}} times the median",
      pointsAbove: "{{is}} {{points}} percentage points above the median",
      pointsAboveAtLeast: "{{is}} {{points}} percentage points above the median",
      pointsBelow: "{{is}} {{points}} percentage points below the median",
      nationalHubs: "{{value}} of {{all}} national logistics hubs",
      ofKind: "{{kind}}: {{value}} of {{all}}",
      density: "{{times}} times the districts' median site density",
      between: "{{low}} to {{high}}",
      atMedian: "equal to the median",
    },
    clusters: {
      title: "Clusters",
      lead: "The sites of each district: number, mix, density, specialisation, concentration and spacing.",
      sectors: "Service sectors",
      gap: "Gap to the leader",
      perKm2: "per 100 km²",
      points: "{{count}} with coordinates",
      fewPoints: "LQ: location quotient. No nearest-neighbour index: fewer than 3 sites with coordinates.",
      quotient: "LQ {{value}}",
      concentration: "Concentration",
      most: "Leading district",
      each: "{{count}} each",
      one: "{{count}}",
      oneOf: "one of these; which one is not certain, as some sites have no recorded district",
      placed: "{{count}} of {{all}}",
    },
  },
};
