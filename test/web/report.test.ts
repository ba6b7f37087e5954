import { describe, expect, it } from "vitest";
import { readAddress } from "../../web/address/address.ts";
import { mailtoOf, reportText } from "../../web/provenance/report.ts";

const source = {
  ...{ slug: "sw1", publisherZh: "武汉市商务局", publisherEn: "Wuhan Bureau of Commerce", titleZh: "服务贸易公报" },
  ...{ titleEn: "Bulletin & notes", publishedOn: "2024-05", url: "https://example.org/a?b=1", access: "PUBLISHER" as const },
};
const address = readAddress(new URL("http://a/?site=park-biolake&q=%E5%85%89%E8%B0%B7"));
const reportedPage = {
  topic: "光谷生物城",
  source,
  address,
  origin: "https://atlas.example.org",
  reportedAt: "2026-11-29T08:30:00Z",
};

describe("the report of an error", () => {
  it("says what, by which source, and where, as of now", () => {
    expect(reportText(reportedPage, "zh")).toEqual({
      subject: "数据勘误：光谷生物城",
      body: [
        "内容：光谷生物城",
        "来源：服务贸易公报，武汉市商务局，2024年5月，https://example.org/a?b=1",
        "页面：https://atlas.example.org/?q=%E5%85%89%E8%B0%B7&site=park-biolake&asof=2026-11-29T08:30:00Z&lang=zh",
        "",
        "问题说明：",
      ].join("\n"),
    });
    expect(reportText({ ...reportedPage, topic: "" }, "en")).toMatchObject({
      subject: "Correction: Bulletin & notes",
      body: expect.stringMatching(
        /^Source: Bulletin & notes, Wuhan Bureau of Commerce, May 2024, https.*\nPage: .*lang=en\n\nProblem: $/,
      ),
    });
  });

  it("keeps the moment that the reader looks at", () => {
    const reportedPast = { ...reportedPage, address: { ...address, asOf: "2026-11-01" } };
    expect(reportText(reportedPast, "en").body).toContain("asof=2026-11-01&");
  });

  it("opens as an e-mail whose parts are escaped", () => {
    const link = new URL(mailtoOf("atlas@example.org", reportText(reportedPage, "en")));
    expect([link.protocol, link.pathname]).toEqual(["mailto:", "atlas@example.org"]);
    expect([...link.searchParams.keys()]).toEqual(["subject", "body"]);
    expect(link.searchParams.get("body")).toContain("Bulletin & notes, Wuhan");
    expect(link.searchParams.get("body")?.split("\r\n")).toHaveLength(5);
  });
});
