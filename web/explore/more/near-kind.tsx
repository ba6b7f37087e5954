import { useTranslation } from "react-i18next";
import { numberFault } from "../../../server/contract/faults.ts";
import { KM } from "../../../server/contract/filter-parts.ts";
import { siteKinds } from "../../../server/contract/kinds.ts";
import { refine, useAddress } from "../../address/navigation.ts";
import { formatDistance } from "../../core/format.ts";
import { useLanguage } from "../../core/language.tsx";
import styles from "./more.module.css";
import { NumberField } from "./number-field.tsx";

const usual = 5;

/** Another site of a kind within so many km. */
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
          value={nearKind?.kind ?? ""}
          onChange={({ currentTarget }) => {
            const kind = siteKinds.find((candidate) => candidate === currentTarget.value);
            refine({ nearKind: kind ? { kind, withinKm: nearKind?.withinKm ?? usual } : null });
          }}
        >
          <option value="">{t("filter.anyKind")}</option>
          {siteKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kindSingular.${kind}`)}
            </option>
          ))}
        </select>
        <NumberField
          label={t("filter.nearbyKm")}
          placeholder={t("filter.nearbyKm")}
          value={nearKind?.withinKm ?? null}
          hint={(km) => formatDistance(km, language)}
          disabled={!nearKind}
          allows={(km) => km !== null && numberFault(km, KM) === null}
          problem={`${KM.min}–${KM.max}`}
          onValue={(km) => nearKind && km !== null && refine({ nearKind: { ...nearKind, withinKm: Number(km.toFixed(3)) } })}
        />
      </div>
    </fieldset>
  );
}
