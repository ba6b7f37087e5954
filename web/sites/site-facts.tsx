import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { internationalPhone } from "../../server/contract/phone.ts";
import { noFilter } from "../../server/contract/site-filter.ts";
import { getAddress, linkTo, useAddress } from "../address/navigation.ts";
import { formatMetres } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { useNeighbourSites } from "../map/neighbour-sites.ts";
import { FactList } from "../ui/details.tsx";
import { NearestNeighbour } from "./nearest-neighbour.tsx";
import { NearestStation } from "./nearest-station.tsx";
import type { SiteDetails } from "./site-query.ts";
import styles from "./sites.module.css";

/** With a better accuracy than this a point shows the site itself, not only its neighbourhood (metres). */
const goodAccuracy = 1000;

/** Its position, its operator and its approval. */
export function SiteFacts({ site }: { site: SiteDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const exportBase = site.__typename === "ExportBase" ? site : null;
  const neighbours = useNeighbourSites(useAddress().filter);
  // What applies to every site but is not known is said rather than left out; a known status is among the tags.
  const unknown = (
    <span key="unknown" className={styles.quiet}>
      {t("site.unpublished")}
    </span>
  );
  const sealedOn = site.__typename === "BondedZone" ? site.sealedOn : null;
  return (
    <div className={styles.facts}>
      <FactList
        facts={[
          [
            t("site.district"),
            site.district && (
              <a {...linkTo({ ...getAddress(), site: null, district: site.district.code })}>{nameOf(language, site.district)}</a>
            ),
          ],
          [
            t("site.area"),
            site.functionalArea && (
              <a {...linkTo({ ...getAddress(), filter: { ...noFilter, functionalAreas: [site.functionalArea.slug] } })}>
                {nameOf(language, site.functionalArea)}
              </a>
            ),
          ],
          [t("site.locality"), textIn(language, site, "locality") || unknown],
          [t("site.where"), <PositionText key="position" location={site.location} />],
          [
            t("table.nearest"),
            neighbours.length > 0 && site.location && <NearestNeighbour key="neighbour" site={site} neighbours={neighbours} />,
          ],
          [t("reach.METRO"), site.nearestStation && <NearestStation key="station" site={site} />],
          [
            t("site.parent"),
            site.parent && <a {...linkTo({ ...getAddress(), site: site.parent.slug })}>{nameOf(language, site.parent)}</a>,
          ],
          [t("site.holder"), exportBase && <Holder exportBase={exportBase} />],
          [t("site.batch"), exportBase && textIn(language, exportBase, "batch")],
          [t("site.sealedOn"), sealedOn && namedPeriodText(sealedOn, language)],
          [t("site.status"), !site.status && unknown],
          [t("site.operator"), textIn(language, site, "operator") || unknown],
          [t("site.basis"), textIn(language, site, "basis") || unknown],
          [
            t("site.industries"),
            site.industries.map((industry) => nameOf(language, industry)).join(language === "zh" ? "、" : "; ") || unknown,
          ],
          [t("site.aliases"), site.aliases.join(language === "zh" ? "、" : "; ")],
          [t("site.website"), site.website ? <Website key="website" address={site.website} /> : unknown],
          [t("site.contact"), site.contact ? <Contact key="contact" contact={site.contact} /> : unknown],
        ]}
      />
    </div>
  );
}

/** The position in words: its accuracy, and what the point represents. */
function PositionText({ location }: { location: SiteDetails["location"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!location) return t("site.unplaced");
  const distance = formatMetres(location.accuracyM, language);
  const isAccurate = location.accuracyM <= goodAccuracy && location.confidence !== "LOW";
  const [lon = 0, lat = 0] = location.point.type === "Point" ? location.point.coordinates : [];
  return (
    <>
      {isAccurate ? t("site.exact", { distance }) : t("site.rough", { distance })}
      <small>{textIn(language, location, "note")}</small>
      <small>{t("site.coordinates", { lat: lat.toFixed(4), lon: lon.toFixed(4) })}</small>
    </>
  );
}

function Holder({ exportBase }: { exportBase: Extract<SiteDetails, { __typename: "ExportBase" }> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const holder = textIn(language, exportBase, "holder");
  if (!holder) return t("site.unknown");
  const remarks = [
    exportBase.holderKind && t(`holderKind.${exportBase.holderKind}`),
    exportBase.holderConfidence && exportBase.holderConfidence !== "HIGH" && t(`confidence.${exportBase.holderConfidence}`),
  ];
  return (
    <>
      {holder}
      <small>{remarks.filter(Boolean).join(" · ")}</small>
    </>
  );
}

function Contact({ contact }: { contact: NonNullable<SiteDetails["contact"]> }) {
  const language = useLanguage();
  const { publishedOn } = contact.source;
  const phone = internationalPhone(contact.phone);
  const remarks = [nameOf(language, contact), textIn(language, contact.source, "title")];
  return (
    <>
      <a href={phone.href}>{phone.text}</a>
      <small>{[...remarks, publishedOn && namedPeriodText(publishedOn, language)].filter(Boolean).join(" · ")}</small>
    </>
  );
}

function Website({ address }: { address: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer noopener">
      {address.replace(/^https?:\/\/|\/$/g, "")}
    </a>
  );
}
