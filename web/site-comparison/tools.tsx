import { useTranslation } from "react-i18next";
import { downloadFormats, type FormatExtension } from "../../server/contract/downloads.ts";
import { useAddress } from "../address/navigation.ts";
import { withColon } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { PrintButton } from "../map/print-button.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { DownloadIcon } from "../ui/icons.tsx";
import styles from "./comparison.module.css";
import { downloadAddress } from "./downloads.ts";

const formats = ["xlsx", "csv", "geojson"] as const satisfies readonly FormatExtension[];

/** The link, the files and the print of the comparison. */
export function Tools() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { comparedSites, asOf } = useAddress();
  return (
    <div className={styles.tools}>
      {formats.map((format) => (
        <ButtonLink
          key={format}
          href={downloadAddress(format, comparedSites, language, asOf)}
          title={withColon(t("siteComparison.download"), downloadFormats[format][language], language)}
          download
        >
          <DownloadIcon />
          {downloadFormats[format].name}
        </ButtonLink>
      ))}
      <CopyLink framed />
      <PrintButton framed />
    </div>
  );
}
