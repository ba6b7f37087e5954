import { useTranslation } from "react-i18next";
import { numberFault } from "../../../server/contract/faults.ts";
import { KM_BOUNDS } from "../../../server/contract/filter-parts.ts";
import { numberRange } from "../../../server/contract/quantities.ts";
import { changeFilter, useAddress } from "../../address/navigation.ts";
import { formatDistance } from "../../core/format.ts";
import { useLanguage } from "../../core/language.tsx";
import { readKilometres } from "../../core/quantity.ts";
import { type Neighbour, neighbourName, neighbours } from "../neighbours.ts";
import styles from "./more.module.css";
import { NumberField } from "./number-field.tsx";

const DEFAULT_KM = 5;

const allowedRange = {
  zh: (range: string) => `请填写距离：${range} 公里`,
  en: (range: string) => `Enter a distance: ${range} km`,
};

const keyOf = ({ kind, level }: Neighbour): string => [kind, level].join(":");

/** Another site of a kind, or a hub of a level, within so many km. */
export function NearKindField() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nearKind } = useAddress().filter;
  return (
    <fieldset>
      <legend>{t("filter.nearby")}</legend>
      <div className={styles.pair}>
        <select
          className={styles.field}
          aria-label={t("filter.nearbyKind")}
          value={nearKind ? keyOf(nearKind) : ""}
          onChange={({ currentTarget }) => {
            const neighbour = neighbours.find((each) => keyOf(each) === currentTarget.value);
            changeFilter({
              nearKind: neighbour ? { ...neighbour, withinKm: nearKind?.withinKm ?? DEFAULT_KM, where: null } : null,
            });
          }}
        >
          <option value="">{t("filter.anyKind")}</option>
          {neighbours.map((neighbour) => (
            <option key={keyOf(neighbour)} value={keyOf(neighbour)}>
              {neighbourName(neighbour, t)}
            </option>
          ))}
        </select>
        <NumberField
          label={t("filter.nearbyKm")}
          placeholder={t("filter.nearbyKm")}
          value={nearKind?.withinKm ?? null}
          hint={(km) => formatDistance(km, language, 3)}
          disabled={!nearKind}
          isAllowed={(km) => km !== null && numberFault(km, KM_BOUNDS) === null}
          problem={allowedRange[language](numberRange(`${KM_BOUNDS.min}`, `${KM_BOUNDS.max}`, language))}
          read={readKilometres}
          onValue={(km) =>
            nearKind && km !== null && changeFilter({ nearKind: { ...nearKind, withinKm: Number(km.toFixed(3)) } })
          }
        />
      </div>
    </fieldset>
  );
}
