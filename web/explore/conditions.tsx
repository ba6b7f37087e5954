import { useTranslation } from "react-i18next";
import type { Filter } from "../core/filter.ts";
import { formatDistance } from "../core/format.ts";
import { CloseIcon } from "../core/icons.tsx";
import { nameOf, useLanguage } from "../core/language.tsx";
import { refine, useAddress } from "../core/navigation.ts";
import type { Catalogue } from "./catalogue.ts";
import styles from "./explore.module.css";

interface Condition {
  key: string;
  name: string;
  without: Partial<Filter>;
}

/** What the filter asks for besides kinds, each to be taken away by itself: also what only a link can set. */
export function Conditions({ catalogue }: { catalogue: Catalogue | undefined }) {
  const { t } = useTranslation();
  const conditions = useConditions(catalogue);
  if (conditions.length === 0) return null;
  return (
    <ul className={styles.conditions}>
      {conditions.map(({ key, name, without }) => (
        <li key={key}>
          <button type="button" aria-label={t("filter.remove", { name })} onClick={() => refine(without)}>
            {name}
            <CloseIcon size={13} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function useConditions(catalogue: Catalogue | undefined): Condition[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter } = useAddress();
  const named = (
    list: readonly { nameZh: string; nameEn: string }[] | undefined,
    is: (each: never) => boolean,
    fallback: string,
  ) => {
    const found = list?.find((each) => is(each as never));
    return found ? nameOf(language, found) : fallback;
  };
  const without = <Value,>(list: readonly Value[], value: Value) => list.filter((other) => other !== value);
  return [
    ...(filter.q ? [{ key: "q", name: t("filter.text", { q: filter.q }), without: { q: "" } }] : []),
    ...(filter.near
      ? [{ key: "near", name: t("filter.near", { distance: formatDistance(filter.near.km, language) }), without: { near: null } }]
      : []),
    ...(filter.bbox || filter.within ? [{ key: "box", name: t("filter.box"), without: { bbox: null, within: null } }] : []),
    ...filter.districts.map((code) => ({
      key: code,
      name: named(catalogue?.districts, (each: { code: string }) => each.code === code, code),
      without: { districts: without(filter.districts, code) },
    })),
    ...filter.areas.map((slug) => ({
      key: slug,
      name: named(catalogue?.functionalAreas, (each: { slug: string }) => each.slug === slug, slug),
      without: { areas: without(filter.areas, slug) },
    })),
    ...filter.industries.map((slug) => ({
      key: slug,
      name: named(catalogue?.industries, (each: { slug: string }) => each.slug === slug, slug),
      without: { industries: without(filter.industries, slug) },
    })),
    ...filter.statuses.map((status) => ({
      key: status,
      name: t(`siteStatus.${status}`),
      without: { statuses: without(filter.statuses, status) },
    })),
  ];
}
