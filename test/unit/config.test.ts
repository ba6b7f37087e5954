// Settings that cannot be used stop the start, and say why in both languages.
import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { AtlasError } from "../../server/core/errors.ts";
import { withContact } from "../../server/page/contact.ts";

test.each([
  ["https://atlas.example.org", "https://atlas.example.org"],
  ["https://atlas.example.org/", "https://atlas.example.org"],
  ["HTTPS://Atlas.Example.org:443", "https://atlas.example.org"],
  ["http://10.0.0.1:8080/", "http://10.0.0.1:8080"],
])("PUBLIC_URL=%s is %s", (value, origin) => {
  expect(readConfig({ PUBLIC_URL: value }).publicUrl).toBe(origin);
});

test.each([
  "https://example.org/atlas",
  "https://example.org/atlas/",
  "https://example.org//",
  "https://example.org/?lang=zh",
  "https://example.org/#map",
  "https://user:secret@example.org/",
])("PUBLIC_URL=%s is refused: addresses begin at the root", (value) => {
  const read = () => readConfig({ PUBLIC_URL: value });
  expect(read).toThrow(AtlasError);
  try {
    read();
  } catch (error) {
    const { code, details, textIn } = error as AtlasError;
    expect(code).toBe("PUBLIC_URL_UNFIT");
    expect(String(details.value)).not.toContain("secret");
    expect(textIn.call(error, "zh")).toContain("PUBLIC_URL 须为源地址");
  }
});

test("PUBLIC_URL that is no address is refused by its name", () => {
  expect(() => readConfig({ PUBLIC_URL: "atlas.example.org" })).toThrow(/PUBLIC_URL cannot be atlas/);
});

// Each is refused with what it may be instead, in both languages.
test.each([
  [{ PORT: "many" }, "PORT cannot be many. Allowed: a whole number from 0 to 65535.", "可用：0 至 65535 的整数"],
  [{ DATABASE_POOL: "0" }, "from 1 to 100", "1 至 100 的整数"],
  [
    { DATABASE_URL: "mysql://user:secret@localhost/x" },
    "DATABASE_URL cannot be mysql://…@localhost/x. Allowed: an address such as postgresql",
    "postgresql://用户",
  ],
  [
    { DATABASE_WRITE_URL: "postgresql://localhost/x" },
    "of the database of DATABASE_URL, which must be set",
    "DATABASE_URL 所指数据库的地址",
  ],
  [{ DATABASE_READ_URLS: "postgresql://localhost/x" }, "replicas of the database of DATABASE_URL, which must be set", "副本地址"],
  [
    { DATABASE_URL: "postgresql://localhost/x", DATABASE_READ_URLS: "postgresql://a:secret@b/x,mysql://a:secret@c/x" },
    "DATABASE_READ_URLS cannot be postgresql://…@b/x,mysql://…@c/x",
    "多个以逗号分隔",
  ],
  [{ METRICS_PORT: "0" }, "a whole number from 1 to 65535", "1 至 65535 的整数"],
  [{ REQUESTS_PER_MINUTE: "-1" }, "from 0 (no limit) to 1000000", "0（不限）至 1000000 的整数"],
  [{ TRUSTED_PROXIES: "my-proxy" }, "addresses or networks of proxies such as 10.0.0.0/8", "代理的地址或网段"],
  [{ BASEMAP: "osm" }, "BASEMAP cannot be osm. Allowed: embedded, pmtiles:", "可用：embedded、pmtiles:"],
  [{ BASEMAP: "tianditu", TIANDITU_KEY: "" }, 'TIANDITU_KEY cannot be "". Allowed: a key of 8 to 64', "必填"],
  [{ BASEMAP_DATUM: "BD-09" }, "WGS-84, CGCS2000 or GCJ-02", "WGS-84、CGCS2000 或 GCJ-02"],
  [{ EMBED_ORIGINS: "example.org" }, "* for every website, or origins such as", "不限网站"],
  [{ ATLAS_DEMO: "yes" }, "ATLAS_DEMO cannot be yes. Allowed: 0 or 1.", "可用：0 或 1"],
])("%o", (environment, english, chinese) => {
  try {
    readConfig(environment);
    expect.unreachable();
  } catch (error) {
    const { message, textIn } = error as AtlasError;
    expect(message).toContain(english);
    expect(message).not.toContain("secret");
    expect(textIn.call(error, "zh")).toContain(chinese);
  }
});

test("CONTACT_EMAIL is where errors are reported; anything else is refused by its name", () => {
  expect(readConfig({}).contactEmail).toBeUndefined();
  expect(readConfig({ CONTACT_EMAIL: "" }).contactEmail).toBeUndefined();
  expect(readConfig({ CONTACT_EMAIL: "atlas@example.org" }).contactEmail).toBe("atlas@example.org");
  for (const value of ["atlas", "mailto:atlas@example.org", "a@example.org?cc=b@example.org", "a@example.org, b@example.org"])
    expect(() => readConfig({ CONTACT_EMAIL: value })).toThrow(/CONTACT_EMAIL cannot be/);
});

test("the document holds the address for reports, and nothing without one", () => {
  const document = "<head><title>Atlas</title></head>";
  expect(withContact(document, undefined)).toBe(document);
  expect(withContact(document, "o'neil&co@example.org")).toContain(
    '<meta name="atlas-contact" content="o\'neil&#38;co@example.org" /></head>',
  );
});
