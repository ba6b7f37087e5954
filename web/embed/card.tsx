import { useTranslation } from "react-i18next";
import { type Address, writeAddress } from "../address/address.ts";
import { InLanguage, nameOf, otherLanguage, useLanguage } from "../core/language.tsx";
import type { PlacedSite } from "../map/spread.ts";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon, ExternalLinkIcon } from "../ui/icons.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./embed.module.css";

interface CardProps {
  site: Pick<PlacedSite, "slug" | "kind" | "hollow" | "nameZh" | "nameEn">;
  address: Address;
  onClose: () => void;
}

/** The clicked site or district, with a link to its details. */
export function SiteCard({ site, address, onClose }: CardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = otherLanguage(language);
  return (
    <section className={styles.card} aria-label={t("embed.card")}>
      <KindMark kind={site.kind} hollow={site.hollow} size={16} />
      <div>
        <strong>{nameOf(language, site)}</strong>
        <InLanguage language={other} className={styles.other}>
          {nameOf(other, site)}
        </InLanguage>
        <a href={writeAddress({ ...address, page: "explore", site: site.slug })} target="_blank" rel="noopener">
          {t("embed.site")} <ExternalLinkIcon />
        </a>
      </div>
      <IconButton small label={t("close")} onClick={onClose}>
        <CloseIcon size={16} />
      </IconButton>
    </section>
  );
}
