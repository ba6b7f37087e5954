// Settings that cannot be used stop the start, and say why in both languages.
import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { AtlasError } from "../../server/core/errors.ts";

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
