/** Example queries, a tab each. A test runs them all. */
export const examples = [
  {
    query: `# 光谷一带的园区，及各自最近的物流枢纽
# Parks around Optics Valley, and the nearest logistics hubs of each
query Parks {
  sites(filter: { kinds: [SERVICE_TRADE_PARK], text: "guanggu" }) {
    totalCount
    nodes {
      nameZh
      nameEn
      location { point accuracyM confidence }
      nearest(kinds: [LOGISTICS_HUB], first: 2) {
        distanceKm
        site { nameZh nameEn }
      }
    }
  }
}
`,
  },
  {
    query: `# 天河机场的全部数据及来源
# Every figure for Tianhe Airport, with its publishers
query Figures($slug: String!) {
  site(slug: $slug) {
    nameZh
    nameEn
    observations {
      indicator { nameZh nameEn unit { nameZh nameEn } }
      periodStart
      periodEnd
      qualifier
      value
      published
      status
      sources { publisherZh titleZh publishedOn url }
    }
  }
}
`,
    variables: `{ "slug": "air-tianhe" }`,
  },
  {
    query: `# 实施方案到 2027 年的目标，及各区四类地点的数量
# The plan's targets up to 2027, and the number of sites of each kind by district
query PlanAndDistricts {
  plan {
    horizon
    themes {
      titleZh
      titleEn
      tasks {
        number
        titleEn
        targets { nameZh nameEn comparator value unit { nameEn } }
      }
    }
  }
  districts {
    code
    nameZh
    nameEn
    areaKm2
    siteCounts { kind count }
  }
}
`,
  },
];
