import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { getAddress, linkTo } from "../address/navigation.ts";
import { hoverSite, useIsSiteHovered } from "../core/hover.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import { PickButton } from "../ui/pick-button.tsx";
import styles from "./explore.module.css";
import { isHollow, type ListedSite } from "./result.ts";

interface SiteRowProps {
  site: ListedSite;
  isSelected: boolean;
  /** Whether this is the tab stop. */
  isStop: boolean;
  /** How far it is, where that is asked for. */
  children?: ReactNode;
}

/** A site in the list: the same symbol as on the map, and the same hover. */
export function SiteRow({ site, isSelected, isStop, children }: SiteRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const link = linkTo({ ...getAddress(), site: site.slug, district: null });
  const hovered = useIsSiteHovered(site.slug);
  const row = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const area = site.district ?? site.functionalArea;
  // A site whose parts are at several positions has no position of its own.
  const partsText = site.parts.length > 0 ? t("list.whole", { count: site.parts.length }) : "";
  const locality = area ? nameOf(language, area) : textIn(language, site, "locality") || partsText;
  const status = site.status && site.status !== "OPERATING" ? t(`siteStatus.${site.status}`) : null;
  return (
    <li className={styles.entry}>
      <a
        ref={row}
        className={styles.row}
        data-row
        data-site={site.slug}
        data-hovered={hovered || undefined}
        aria-current={isSelected || undefined}
        tabIndex={isStop ? 0 : -1}
        onPointerEnter={() => hoverSite(site.slug)}
        onPointerLeave={() => hoverSite(null)}
        onFocus={() => hoverSite(site.slug)}
        onBlur={() => hoverSite(null)}
        onKeyDown={moveFocus}
        href={link.href}
        onClick={link.onClick}
      >
        <KindMark kind={site.kind} size={15} hollow={isHollow(site)} />
        <span className={styles.text}>
          <span className={styles.name}>{nameOf(language, site)}</span>
          <span className={styles.sub}>
            <span className="visually-hidden">{t(`kind.${site.kind}`)}</span>
            {[locality, status].filter(Boolean).join(" · ")}
            {children}
          </span>
        </span>
      </a>
      <PickButton slug={site.slug} name={nameOf(language, site)} tabIndex={isStop ? 0 : -1} className={styles.pick} />
    </li>
  );
}

/** Arrow keys, Home and End go from row to row. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const rows = [...(event.currentTarget.closest("[data-list]")?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const index = rows.indexOf(event.currentTarget);
  const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  rows[Math.min(Math.max(target, 0), rows.length - 1)]?.focus();
}
