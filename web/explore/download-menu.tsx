import { Menu } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadFormats, formatExtensions } from "../../server/contract/downloads.ts";
import { useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { IconButton } from "../ui/button.tsx";
import { DownloadIcon } from "../ui/icons.tsx";
import { downloadAddress, ogcAddress, queryCommand, shownFigures } from "./access-links.ts";
import styles from "./explore.module.css";

/** Downloads of the filtered set, and links for programs. */
export function DownloadMenu() {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  const { filter, asOf } = address;
  const figures = shownFigures(address);
  return (
    <Menu position="bottom-end" width={268} shadow="md" offset={4} returnFocus>
      <Menu.Target>
        <IconButton framed label={t("download.title")}>
          <DownloadIcon />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown}>
        <Menu.Label>{t("download.title")}</Menu.Label>
        {formatExtensions.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            className={styles.format}
            href={downloadAddress(format, filter, language, asOf, figures)}
            download
          >
            {downloadFormats[format].name}
            <small>{downloadFormats[format][language]}</small>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" className={styles.format} href={ogcAddress(filter, language, figures)} target="_blank">
          OGC API Features
          <small>{t("download.ogc")}</small>
        </Menu.Item>
        <CopyQuery copiedText={() => queryCommand(filter, window.location.origin, asOf, figures)} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Left out where the browser offers no clipboard (plain http). */
function CopyQuery({ copiedText }: { copiedText: () => string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(copiedText());
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <Menu.Item className={styles.format} closeMenuOnClick={false} onClick={copy}>
      <span aria-live="polite">{copied ? t("download.copied") : t("download.copy")}</span>
      <small>{t("download.copyText")}</small>
    </Menu.Item>
  );
}
