import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { internationalPhone } from "../../server/contract/phone.ts";
import { formatMetres } from "../core/format.ts";
import type { Confidence } from "../core/graphql.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { doubtIn } from "../provenance/remarks.ts";
import { approvalOf } from "./approval.ts";
import type { ComparedSite } from "./comparison-query.ts";
import type { FactName } from "./rows.ts";

/** A fact of a site; called only where there is one. */
export function FactCell({ fact, site }: { fact: FactName; site: ComparedSite }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (fact === "website") return <Website address={site.website ?? ""} />;
  if (fact === "contact") return site.contact && <Contact contact={site.contact} />;
  if (fact === "approval") return <Approval site={site} />;
  return <>{textOf(fact, site, t, language)}</>;
}

export function textOf(fact: FactName, site: ComparedSite, t: TFunction, language: Language): string | null | undefined {
  switch (fact) {
    case "kind":
      return t(`kindSingular.${site.kind}`);
    case "class":
      return classOf(site, t).filter(Boolean).join(" · ");
    case "status":
      return site.status && t(`siteStatus.${site.status}`);
    case "district":
      return site.district ? nameOf(language, site.district) : districtsOfArea(site, t, language);
    case "parent":
    case "functionalArea":
      return site[fact] && nameOf(language, site[fact]);
    case "locality":
    case "operator":
    case "note":
      return textIn(language, site, fact);
    case "holder":
      return site.__typename === "ExportBase" ? withDoubt(textIn(language, site, fact), site.holderConfidence, t) : null;
    case "batch":
      return site.__typename === "ExportBase" ? textIn(language, site, fact) : null;
    case "position":
      return site.location && withDoubt(accuracyText(site.location, t, language), site.location.confidence, t);
    case "sealedOn":
      return site.__typename === "BondedZone" && site.sealedOn ? namedPeriodText(site.sealedOn, language) : null;
    case "industries":
      return site.industries.map((industry) => nameOf(language, industry)).join(language === "zh" ? "、" : "; ");
    default:
      return null;
  }
}

function districtsOfArea({ functionalArea }: ComparedSite, t: TFunction, language: Language): string {
  const names = functionalArea?.districts.map((district) => nameOf(language, district)) ?? [];
  return t("siteComparison.withinDistricts", { names: names.join(language === "zh" ? "、" : ", ") });
}

const withDoubt = (text: string | null, confidence: Confidence | null, t: TFunction): string =>
  [text, doubtIn(confidence, t)].filter(Boolean).join(" · ");

const accuracyText = ({ accuracyM }: NonNullable<ComparedSite["location"]>, t: TFunction, language: Language): string =>
  t("siteComparison.accuracy", { distance: formatMetres(accuracyM, language) });

/** Theme and designation, field, level and type: what sites of a kind are divided by. */
function classOf(site: ComparedSite, t: TFunction): string[] {
  switch (site.__typename) {
    case "ServiceTradePark":
      return [t(`theme.${site.theme}`), t(`designation.${site.designation}`)];
    case "ExportBase":
      return [t(`exportField.${site.field}`)];
    case "LogisticsHub":
      return [
        t(`hubLevel.${site.level}`),
        site.hubType ? t(`hubType.${site.hubType}`) : "",
        site.facility ? t(`facility.${site.facility}`) : "",
      ];
    case "BondedZone":
      return [];
  }
}

function Contact({ contact }: { contact: NonNullable<ComparedSite["contact"]> }) {
  const language = useLanguage();
  const phone = internationalPhone(contact.phone);
  return (
    <>
      <a href={phone.href}>{phone.text}</a>
      <small>{nameOf(language, contact)}</small>
    </>
  );
}

/** How it was approved and built, and on what document. */
function Approval({ site }: { site: ComparedSite }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { text, basis } = approvalOf(site, language);
  return (
    <>
      {text}
      {basis && <small>{t("siteComparison.basis", { basis })}</small>}
    </>
  );
}

function Website({ address }: { address: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer noopener" title={address}>
      {address.replace(/^https?:\/\/(www\.)?|\/.*$/gs, "")}
    </a>
  );
}
