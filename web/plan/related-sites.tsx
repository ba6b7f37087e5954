import { useTranslation } from "react-i18next";
import { noFilter } from "../../server/contract/site-filter.ts";
import type { Address } from "../address/address.ts";
import { getAddress, linkTo } from "../address/navigation.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./target.module.css";
import type { TargetDetails } from "./target-query.ts";

/** The sites and districts of a target, and the kinds of site related to it, each a link to the map. */
export function RelatedSites({ target: { sites, districts, siteKinds, designations } }: { target: TargetDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (sites.length + siteKinds.length === 0) return <p className={styles.note}>{t("targetCard.citywide")}</p>;
  return (
    <ul className={styles.related}>
      {sites.map((site) => (
        <li key={site.slug}>
          <KindMark kind={site.kind} />
          <a {...linkTo(onMap({ site: site.slug }))}>{nameOf(language, site)}</a>
        </li>
      ))}
      {districts.map((district) => (
        <li key={district.code}>
          <a {...linkTo(onMap({ district: district.code, filter: { ...noFilter, districts: [district.code] } }))}>
            {nameOf(language, district)}
          </a>
        </li>
      ))}
      {designations.map((designation) => (
        <li key={designation}>
          <KindMark kind="SERVICE_TRADE_PARK" />
          <a {...linkTo(onMap({ filter: { ...noFilter, kinds: ["SERVICE_TRADE_PARK"], designations: [designation] } }))}>
            {t("targetCard.ofKind", { kind: t(`designation.${designation}`) })}
          </a>
        </li>
      ))}
      {siteKinds.map((kind) => (
        <li key={kind}>
          <KindMark kind={kind} />
          <a {...linkTo(onMap({ filter: { ...noFilter, kinds: [kind] } }))}>
            {t("targetCard.ofKind", { kind: t(`kind.${kind}`) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A link to the map without any other choice. */
const onMap = (addressChange: Partial<Address>): Address => ({
  ...getAddress(),
  page: "explore",
  filter: noFilter,
  site: null,
  district: null,
  camera: null,
  view: "map",
  task: null,
  targetKind: null,
  targetState: null,
  target: null,
  ...addressChange,
});
