import { useTranslation } from "react-i18next";
import type { Datum } from "../../server/contract/basemaps.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import { toBasemapDatum } from "./datum.ts";
import styles from "./group-tag.module.css";
import { NameTag } from "./names.tsx";
import { useHoveredGroup, useOverlays } from "./overlays.ts";

/** How many sites the group under the pointer has, and of which kinds. */
export function GroupTag({ datum }: { datum: Datum }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { groups } = useOverlays();
  const hovered = useHoveredGroup();
  const group = groups?.groups.find(({ key }) => key === hovered);
  if (!groups || !group) return null;
  return (
    <NameTag position={toBasemapDatum(datum, group.center)}>
      <span className={styles.count}>
        {t("spatial.sites", { count: group.count, formatted: formatCount(group.count, language) })}
      </span>
      <span className={styles.kinds}>
        {group.kinds.map(({ kind, count }) => (
          <span key={kind}>
            <KindMark kind={kind} size={12} />
            {formatCount(count, language)}
          </span>
        ))}
      </span>
    </NameTag>
  );
}
