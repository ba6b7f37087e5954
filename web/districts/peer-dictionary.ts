import type { Language } from "../../server/contract/language.ts";
import { addWords } from "../core/i18n.ts";
import type { Same } from "../core/words/zh.ts";

const zh = {
  peers: {
    title: { DISTRICT: "相似区域", FUNCTIONAL_AREA: "相似区域" },
    how: "依据密度、人均、比重和地点构成，不考虑规模；两区均无的不计。差异以标准差（由四分位距估计）为单位，最多计 3 个单位；距离越小越相似。共有指标不得少于五项。",
    of: "选择参照区",
    choose: "请选择",
    none: "数据不足：参照区可用指标 {{count}} 项，与其他区共有的指标不得少于 {{needed}} 项。",
    missing: "未计入：{{measures}}。",
    distance: "距离 {{distance}}",
    close: "相近：{{measures}}。",
    apart: "差异最大：{{measures}}。",
    pair: "{{measure}}（参照区 {{own}}，该区 {{theirs}}{{year}}）",
    common: "共依据 {{count}} 项指标。",
  },
};

type PeerDictionary = Same<typeof zh>;

const en: PeerDictionary = {
  peers: {
    title: { DISTRICT: "Similar districts", FUNCTIONAL_AREA: "Similar functional areas" },
    how: "By densities, amounts per head, shares and the mix of sites, not size; what neither has is left out. Differences are in standard deviations (from the interquartile range), at most three; the smaller the distance, the more similar. At least five common measures are needed.",
    of: "Compare with",
    choose: "Please choose",
    none: "Not enough data: {{count}} of these measures are available here; at least {{needed}} in common with another are needed.",
    missing: "Not included: {{measures}}.",
    distance: "distance {{distance}}",
    close: "Closest in {{measures}}.",
    apart: "Most different in {{measures}}.",
    pair: "{{measure}} ({{own}} vs {{theirs}}{{year}})",
    common: "Based on {{count}} measures.",
  },
};

declare module "../core/i18n.ts" {
  interface PageWords extends PeerDictionary {}
}

/** They come with the page Districts: the first paint is sooner without. */
export const peerDictionary: Record<Language, PeerDictionary> = { zh, en };

addWords(peerDictionary);
