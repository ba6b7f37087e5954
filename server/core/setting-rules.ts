import type { BilingualText } from "../contract/language.ts";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";

const origins: BilingualText = {
  en: "origins such as https://example.org, with commas between them",
  zh: "源地址，如 https://example.org，多个以逗号分隔",
};

const otherDatabaseUrl: BilingualText = {
  en: "an address of the database of DATABASE_URL, which must be set, with another user",
  zh: "DATABASE_URL 所指数据库的地址（该项须已设置），使用其他用户",
};

/** What each setting may be, for the message that refuses it. */
const allowedValues = {
  PORT: { en: "a whole number from 0 to 65535", zh: "0 至 65535 的整数" },
  HOST: { en: "an address of this machine, such as 127.0.0.1 or 0.0.0.0", zh: "本机地址，如 127.0.0.1 或 0.0.0.0" },
  METRICS_PORT: { en: "a whole number from 1 to 65535", zh: "1 至 65535 的整数" },
  DATA_DIR: { en: "the path of a folder", zh: "目录路径" },
  DATABASE_URL: {
    en: "an address such as postgresql://user:password@host/database",
    zh: "形如 postgresql://用户:密码@主机/数据库 的地址",
  },
  DATABASE_READ_URLS: {
    en: "addresses of replicas of the database of DATABASE_URL, which must be set, with commas between them; at most 20",
    zh: "DATABASE_URL 所指数据库（该项须已设置）的副本地址，多个以逗号分隔，不超过 20 个",
  },
  DATABASE_WRITE_URL: otherDatabaseUrl,
  DATABASE_OWNER_URL: otherDatabaseUrl,
  DATABASE_POOL: { en: "a whole number from 1 to 100", zh: "1 至 100 的整数" },
  PUBLIC_URL: { en: "an origin such as https://atlas.example.org", zh: "源地址，如 https://atlas.example.org" },
  REQUESTS_PER_MINUTE: { en: "a whole number from 0 (no limit) to 1000000", zh: "0（不限）至 1000000 的整数" },
  TRUSTED_PROXIES: {
    en: "addresses or networks of proxies such as 10.0.0.0/8, or loopback or uniquelocal, with commas between them",
    zh: "代理的地址或网段，如 10.0.0.0/8，也可写 loopback 或 uniquelocal，多个以逗号分隔",
  },
  BASEMAP: {
    en: "embedded, pmtiles:<existing file or URL>, tianditu, tianditu-imagery, openfreemap or style:<URL>; several with commas, each once",
    zh: "embedded、pmtiles:<已有文件或网址>、tianditu、tianditu-imagery、openfreemap、style:<网址>；多个以逗号分隔，不得重复",
  },
  BASEMAP_DATUM: {
    en: "WGS-84, CGCS2000 or GCJ-02, with exactly one basemap of pmtiles or style; Tianditu is always CGCS2000",
    zh: "WGS-84、CGCS2000 或 GCJ-02，且只有一个 pmtiles 或 style 底图时可用；天地图固定为 CGCS2000",
  },
  BASEMAP_ATTRIBUTION: {
    en: "a text of at most 300 characters, with exactly one basemap of another publisher",
    zh: "不超过 300 个字符的文字，且只有一种外部底图时可用",
  },
  BASEMAP_APPROVAL: {
    en: "the map approval number (审图号), at most 100 characters, with exactly one basemap of another publisher; Tianditu needs it, from the footer of its website",
    zh: "审图号，不超过 100 个字符，且只有一种外部底图时可用；使用天地图时必填，见天地图网站页脚",
  },
  BASEMAP_HOLDER: {
    en: "a text of at most 200 characters, with exactly one basemap of another publisher",
    zh: "不超过 200 个字符的文字，且只有一种外部底图时可用",
  },
  BASEMAP_HOSTS: origins,
  TIANDITU_KEY: {
    en: "a key of 8 to 64 letters and digits from console.tianditu.gov.cn; BASEMAP=tianditu needs one",
    zh: "在 console.tianditu.gov.cn 申请的密钥（8 至 64 位字母和数字）；BASEMAP=tianditu 时必填",
  },
  EMBED_ORIGINS: {
    en: `* for every website, or ${origins.en}`,
    zh: `*（不限网站），或${origins.zh}`,
  },
  CONTACT_EMAIL: { en: "one e-mail address, such as atlas@example.org", zh: "一个电子邮箱地址，如 atlas@example.org" },
  ATLAS_DEMO: { en: "0 or 1", zh: "0 或 1" },
} as const satisfies Record<string, BilingualText>;

/** The name of a setting, an environment variable. */
export type SettingName = keyof typeof allowedValues;

/** CONFIG_INVALID for one setting, with what it may be. `value` is quoted, without user and password. */
export function invalidSetting(name: SettingName, value: string): AtlasError {
  return new AtlasError(commonErrors.CONFIG_INVALID, { name, value: withoutPassword(value), allowed: allowedValues[name] });
}

/** An address, or several, as messages may quote them. */
export function withoutPassword(value: string): string {
  const [start = "", ...rest] = value.split("://");
  return [start, ...rest.map((part) => (part.includes("@") ? `…${part.slice(part.lastIndexOf("@"))}` : part))].join("://");
}
