import { useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadFormats, type FormatName } from "../../server/contract/downloads.ts";
import { useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { printWithMap } from "../map/printed-map.ts";
import { ButtonLink, IconButton } from "../ui/button.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { DownloadIcon, PrintIcon } from "../ui/icons.tsx";
import styles from "./comparison.module.css";
import { downloadAddress } from "./downloads.ts";

const formats = ["xlsx", "csv", "geojson"] as const satisfies readonly FormatName[];

/** The link, the files and the print of the comparison. */
export function Tools() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { comparedSites, asOf } = useAddress();
  const [isDrawing, setIsDrawing] = useState(false);
  const print = async () => {
    setIsDrawing(true);
    await printWithMap().finally(() => setIsDrawing(false));
  };
  return (
    <div className={styles.tools}>
      {formats.map((format) => (
        <ButtonLink
          key={format}
          href={downloadAddress(format, comparedSites, language, asOf)}
          title={`${t("siteComparison.download")}: ${downloadFormats[format][language]}`}
          download
        >
          <DownloadIcon />
          {downloadFormats[format].name}
        </ButtonLink>
      ))}
      <CopyLink framed />
      <IconButton
        framed
        data-print
        label={t(isDrawing ? "siteComparison.printing" : "siteComparison.print")}
        aria-busy={isDrawing || undefined}
        onClick={() => void print()}
      >
        <PrintIcon />
      </IconButton>
    </div>
  );
}
