import { useTranslation } from "react-i18next";
import { siteStatuses } from "../../server/contract/kinds.ts";
import { changeFilter, useAddress } from "../address/navigation.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import type { Catalogue } from "./catalogue.ts";
import styles from "./explore.module.css";
import { FilterMenu } from "./filter-menu.tsx";
import { MoreMenu } from "./more/more-menu.tsx";
import type { Result } from "./result.ts";

/** The filters beside the kinds: district, functional area, status, and the button to all others. */
export function Filters({ catalogue, facets }: { catalogue: Catalogue | undefined; facets: Result["facets"] | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter, view } = useAddress();
  const { districts, functionalAreas, statuses } = filter;
  const countIn = (code: string) => facets?.districts.find((each) => each.code === code)?.count ?? (facets ? 0 : undefined);
  const districtChoices = catalogue?.districts.map((each) => ({
    value: each.code,
    name: nameOf(language, each),
    count: countIn(each.code),
  }));
  const areaChoices = catalogue?.functionalAreas.map((each) => ({ value: each.slug, name: nameOf(language, each) }));
  const statusChoices = siteStatuses.map((value) => ({ value, name: t(`siteStatus.${value}`) }));
  return (
    <div className={styles.menus}>
      <FilterMenu
        label={t("filter.district")}
        choices={districtChoices ?? []}
        selectedValues={districts}
        onChange={(values) => changeFilter({ districts: values })}
      />
      <FilterMenu
        label={t("filter.area")}
        choices={areaChoices ?? []}
        selectedValues={functionalAreas}
        note={t("filter.areaNote")}
        onChange={(values) => changeFilter({ functionalAreas: values })}
      />
      <FilterMenu
        label={t("filter.status")}
        choices={statusChoices}
        selectedValues={statuses}
        onChange={(values) => changeFilter({ statuses: siteStatuses.filter((status) => values.includes(status)) })}
      />
      {view === "map" && <MoreMenu catalogue={catalogue} />}
    </div>
  );
}
