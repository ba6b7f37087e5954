import type { Language } from "../../server/contract/language.ts";
import { addWords } from "../core/i18n.ts";
import type { Same } from "../core/words/zh.ts";

const zh = {
  peers: {
    title: { DISTRICT: "相似区域", FUNCTIONAL_AREA: "相似区域" },
    how: "按密度、人均、比重和地点构成比较，不比较规模；两区均无的指标不计。各指标的差异换算为标准差的倍数（标准差由四分位距估算），超过 3 倍的按 3 倍计；综合差异越小，两区越相似。两区共有的指标不少于五项的，方可比较。",
    of: "选择参照区",
    choose: "请选择",
    missing: "未计入：{{measures}}。",
    distance: "综合差异 {{distance}}",
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
