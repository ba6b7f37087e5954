import { useState } from "react";
import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { fixedDigits } from "../../server/contract/quantities.ts";
import { toggleInList } from "../address/filter.ts";
import { getAddress, linkTo, navigate } from "../address/navigation.ts";
import type { GeoPoint } from "../address/spatial.ts";
import { useBearing } from "../core/bearing.ts";
import { formatDistance } from "../core/format.ts";
import type { SiteKind } from "../core/graphql.ts";
import { hoverSite } from "../core/hover.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./groups.module.css";
import { type NearestSite, useNearest } from "./nearest-query.ts";

/** The sites nearest to a spot on the map. */
export function NearestCard({ point }: { point: GeoPoint }) {
  const { t } = useTranslation();
  const [kinds, setKinds] = useState<readonly SiteKind[]>([]);
  const answer = useNearest(point, kinds);
  return (
    <Card
      title={t("spatial.nearestTitle")}
      onClose={() => navigate({ nearestTo: null })}
      summary={`${fixedDigits(point.lon, 5)}, ${fixedDigits(point.lat, 5)}`}
    >
      <fieldset className={styles.sizes}>
        <legend>{t("spatial.kinds")}</legend>
        {siteKinds.map((kind) => (
          <Button
            variant="chip"
            key={kind}
            aria-pressed={kinds.includes(kind)}
            aria-label={t(`kind.${kind}`)}
            title={t(`kind.${kind}`)}
            onClick={() => setKinds(toggleInList(kinds, kind))}
          >
            <KindMark kind={kind} />
          </Button>
        ))}
      </fieldset>
      <Answer answer={answer} lines={5}>
        {({ nearest }) =>
          nearest.length === 0 ? (
            <p className={styles.note}>{t("spatial.noneNear")}</p>
          ) : (
            <ol className={styles.rows}>
              {nearest.map((one) => (
                <Row key={one.site.slug} one={one} />
              ))}
            </ol>
          )
        }
      </Answer>
      <p className={styles.note}>{t("reach.note")}</p>
    </Card>
  );
}

function Row({ one: { distanceKm, bearingDegrees, site } }: { one: NearestSite }) {
  const language = useLanguage();
  const bearing = useBearing();
  const link = linkTo({ ...getAddress(), site: site.slug, district: null });
  return (
    <li>
      <a
        className={styles.row}
        href={link.href}
        onClick={link.onClick}
        onPointerEnter={() => hoverSite(site.slug)}
        onPointerLeave={() => hoverSite(null)}
        onFocus={() => hoverSite(site.slug)}
        onBlur={() => hoverSite(null)}
      >
        <KindMark kind={site.kind} hollow={"level" in site && site.level === "INFRASTRUCTURE"} />
        <span className={styles.name}>{nameOf(language, site)}</span>
        <span className={styles.far}>
          {formatDistance(distanceKm, language)}
          <small>{bearing(bearingDegrees)}</small>
        </span>
      </a>
    </li>
  );
}
