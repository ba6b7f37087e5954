// Explains each cluster index in words, so that a number can be understood without reading SQL.
import { EXPECTED_COUNTS } from "../contract/city.ts";
import { builder } from "../graphql/builder.ts";

const DISTRICTS = EXPECTED_COUNTS.districts;

const INDEXES = {
  DENSITY: {
    nameZh: "密度",
    nameEn: "Density",
    wordsZh: "每百平方公里的地点数，即所在区为本区的地点数除以其收录面积。",
    wordsEn: "Sites per 100 km²: sites in the district divided by its recorded area.",
    formula: "100 n / A",
  },
  LOCATION_QUOTIENT: {
    nameZh: "区位商",
    nameEn: "Location quotient",
    wordsZh: "某类地点占本区地点的比重，除以该类占全市的比重。大于 1 表示该类在本区相对集中；地点较少时，增减一个即有较大变化。",
    wordsEn:
      "Share of a kind among the sites in the district divided by its share among those in the city. Above 1 the district specialises in the kind; where there are few sites, one more or one fewer changes it considerably.",
    formula: "(n_dk / n_d) / (N_k / N)",
  },
  HERFINDAHL: {
    nameZh: "赫芬达尔—赫希曼指数（HHI）",
    nameEn: "Herfindahl-Hirschman index (HHI)",
    wordsZh: `各区所占份额的平方和，只计所在区已知的地点。平均分布于 ${DISTRICTS} 个区时为 1/${DISTRICTS}，全在一个区时为 1。`,
    wordsEn: `Sum of the squares of the districts' shares of the sites with a recorded district: 1/${DISTRICTS} if the ${DISTRICTS} districts have equal shares, 1 if one district has all sites.`,
    formula: "Σ (n_dk / N_k)²",
  },
  GINI: {
    nameZh: "基尼系数",
    nameEn: "Gini coefficient",
    wordsZh: `各区数量（只计所在区已知的地点）按升序排列计算的不均程度，没有地点的区计为 0。各区相等时为 0，全在一个区时为 ${DISTRICTS - 1}/${DISTRICTS}。`,
    wordsEn: `Inequality between the districts' numbers of sites, calculated in ascending order; only sites with a recorded district count, and districts without sites count as 0. It is 0 if all districts are equal, ${DISTRICTS - 1}/${DISTRICTS} if one district has all sites.`,
    formula: "2 Σ i·x_i / (n Σ x_i) − (n + 1) / n",
  },
  NEAREST_NEIGHBOUR: {
    nameZh: "最近邻指数（Clark–Evans）",
    nameEn: "Nearest-neighbour index (Clark-Evans)",
    wordsZh:
      "各地点到其最近地点的大地距离的平均值，除以随机分布时的期望距离 0.5/√(点数/面积)。小于 1 为集聚，约 1 为随机，大于 1 为均匀。只计有坐标的地点，少于 3 个不计算；不作边界校正，点数少时宜谨慎；枢纽与其设施位于同一处时，距离接近 0。",
    wordsEn:
      "Mean geodesic distance from each site to its nearest neighbour, divided by the mean expected in a random distribution, 0.5/√(points/area): below 1 clustered, about 1 random, above 1 dispersed. Only sites with coordinates, at least 3; not corrected for edge effects, so interpret with care where there are few. The distance between a hub and its terminal at the same place is close to 0.",
    formula: "mean(d_min) / (0.5 / √(n / A))",
  },
  GAP_TO_LEADER: {
    nameZh: "与首位差距",
    nameEn: "Gap to the leader",
    wordsZh: "地点最多的区的地点数减去本区地点数。",
    wordsEn: "Number of sites in the leading district minus the number in this one.",
    formula: "max(n) − n_d",
  },
} as const;

const ClusterIndex = builder.enumType("ClusterIndex", {
  description: "The indexes computed for the sites of a district.",
  values: Object.fromEntries(Object.entries(INDEXES).map(([index, { wordsEn }]) => [index, { description: wordsEn }])),
});

const ClusterIndexInfo = builder.objectRef<{ index: string } & (typeof INDEXES)[keyof typeof INDEXES]>("ClusterIndexInfo");
ClusterIndexInfo.implement({
  description: "A cluster index, explained in words.",
  fields: (t) => ({
    index: t.field({ type: ClusterIndex, resolve: (info) => info.index }),
    nameZh: t.exposeString("nameZh"),
    nameEn: t.exposeString("nameEn"),
    wordsZh: t.exposeString("wordsZh", { description: "What it measures and how to read it, in Chinese." }),
    wordsEn: t.exposeString("wordsEn", { description: "What it measures and how to read it, in English." }),
    formula: t.exposeString("formula", {
      description: "n sites, A area in km², d district, k kind; capital letters are of all districts, x_i in rising order.",
    }),
  }),
});

builder.queryField("clusterIndexes", (t) =>
  t.field({
    type: [ClusterIndexInfo],
    description: "The cluster indexes, explained in words and as formulas.",
    complexity: { field: 1, multiplier: 6 },
    resolve: () => Object.entries(INDEXES).map(([index, info]) => ({ index, ...info })),
  }),
);
