import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { togglePick } from "../address/compared-sites.ts";
import { getAddress, linkTo } from "../address/navigation.ts";
import { hoverSite } from "../core/hover.ts";
import { InLanguage, nameOf, otherLanguage, textIn, useLanguage } from "../core/language.tsx";
import { type FootnoteNumberOf, Footnotes } from "../provenance/footnotes.tsx";
import { doubtIn } from "../provenance/remarks.ts";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./comparison.module.css";
import type { ComparedSite } from "./comparison-query.ts";
import { FactCell } from "./fact-cell.tsx";
import { FigureCell } from "./figure-cell.tsx";
import { figureNotes } from "./figure-notes.ts";
import { GatewayCell } from "./gateway-cell.tsx";
import { NoValue } from "./no-value.tsx";
import { type ComparisonRows, type FactName, factState, gatewayState } from "./rows.ts";
import { sourcesOfSite } from "./sources.ts";

interface TableProps {
  sites: readonly ComparedSite[];
  rows: ComparisonRows;
  footnoteNumberOf: FootnoteNumberOf;
}

/** A column for each site; rows in groups. */
export function ComparisonTable({ sites, rows, footnoteNumberOf }: TableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const factName = useFactName();
  const gatewayName = useGatewayName();
  const notes = figureNotes(rows.figures, language);
  return (
    <table className={styles.table} aria-label={t("siteComparison.table")} style={{ "--sites": sites.length } as CSSProperties}>
      <thead>
        <tr>
          <td />
          {sites.map((site, index) => (
            <SiteColumnHead key={site.slug} site={site} columnNumber={index + 1} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.facts.map((fact) => (
          <ComparisonRow key={fact} name={factName(fact)}>
            {sites.map((site) => {
              const state = factState(fact, site);
              return (
                <td key={site.slug}>{state === "value" ? <FactCell fact={fact} site={site} /> : <NoValue state={state} />}</td>
              );
            })}
          </ComparisonRow>
        ))}
      </tbody>
      {rows.figures.length > 0 && (
        <RowGroup name={t("siteComparison.figures")} note={t("siteComparison.figuresNote")} columns={sites.length}>
          {rows.figures.map(({ indicator, cells }) => (
            <ComparisonRow
              key={indicator.slug}
              name={nameOf(language, indicator)}
              title={textIn(language, indicator, "definition")}
            >
              {cells.map(({ state, figure }, index) => (
                <td key={sites[index]?.slug}>
                  {figure ? (
                    <FigureCell figure={figure} notes={notes} footnoteNumberOf={footnoteNumberOf} />
                  ) : (
                    <NoValue state={state} />
                  )}
                </td>
              ))}
            </ComparisonRow>
          ))}
        </RowGroup>
      )}
      {rows.gateways.length > 0 && (
        <RowGroup name={t("siteComparison.gateways")} columns={sites.length}>
          {rows.gateways.map((gateway) => (
            <ComparisonRow key={gateway} name={gatewayName(gateway)}>
              {sites.map((site) => {
                const state = gatewayState(gateway, site);
                return (
                  <td key={site.slug}>
                    {state === "value" ? <GatewayCell gateway={gateway} site={site} /> : <NoValue state={state} />}
                  </td>
                );
              })}
            </ComparisonRow>
          ))}
        </RowGroup>
      )}
      <tbody>
        <ComparisonRow name={t("siteComparison.sources")}>
          {sites.map((site) => (
            <td key={site.slug} className={styles.cited}>
              <Footnotes sources={sourcesOfSite(site, footnoteNumberOf)} footnoteNumberOf={footnoteNumberOf} />
            </td>
          ))}
        </ComparisonRow>
      </tbody>
    </table>
  );
}

/** Number as on the map, kind, both names; the first leads to the site. */
function SiteColumnHead({ site, columnNumber }: { site: ComparedSite; columnNumber: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = otherLanguage(language);
  const name = nameOf(language, site);
  const doubt = doubtIn(site.confidence, t);
  return (
    <th scope="col" data-site={site.slug} onPointerEnter={() => hoverSite(site.slug)} onPointerLeave={() => hoverSite(null)}>
      <div className={styles.site}>
        <span className={styles.number}>
          <span className="visually-hidden">{t("siteComparison.number")} </span>
          {columnNumber}
        </span>
        <KindMark kind={site.kind} hollow={site.__typename === "LogisticsHub" && site.level === "INFRASTRUCTURE"} />
        <IconButton
          small
          className={styles.remove}
          label={t("siteComparison.remove", { name })}
          onClick={() => togglePick(site.slug)}
        >
          <CloseIcon size={14} />
        </IconButton>
      </div>
      <a {...linkTo({ ...getAddress(), site: site.slug, district: null })}>{name}</a>
      <InLanguage language={other} className={styles.otherName}>
        {nameOf(other, site)}
      </InLanguage>
      {doubt && <small className={styles.doubt}>{doubt}</small>}
    </th>
  );
}

function ComparisonRow({ name, title, children }: { name: string; title?: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" title={title}>
        {name}
      </th>
      {children}
    </tr>
  );
}

interface GroupProps {
  name: string;
  note?: string;
  columns: number;
  children: ReactNode;
}

function RowGroup({ name, note, columns, children }: GroupProps) {
  return (
    <tbody>
      <tr className={styles.group}>
        <th scope="rowgroup" colSpan={columns + 1}>
          <span>
            {name}
            {note && <small>{note}</small>}
          </span>
        </th>
      </tr>
      {children}
    </tbody>
  );
}

/** Words that a site's panel has too are taken from there. */
export function useFactName(): (fact: FactName) => string {
  const { t } = useTranslation();
  return (fact) => {
    switch (fact) {
      case "kind":
      case "class":
      case "position":
      case "approval":
        return t(`siteComparison.${fact}`);
      case "functionalArea":
        return t("site.area");
      default:
        return t(`site.${fact}`);
    }
  };
}

function useGatewayName() {
  const { t } = useTranslation();
  return (gateway: ComparisonRows["gateways"][number]) => t(`reach.${gateway}`);
}
