import { getAddress, linkTo } from "../address/navigation.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import styles from "./explore.module.css";
import type { Result } from "./result.ts";

type UncertainSite = NonNullable<Result["distances"]>["uncertain"][number];

const words = {
  zh: { title: "可能在范围内的地点", counted: "已列出" },
  en: { title: "Possibly within", counted: "listed" },
};

/** As many are shown at once; more are folded. */
const MAX_SHOWN = 3;

/** Which sites may be within the distance or area, each with a link; those whose point is within are in the list as well. */
export function UncertainSites({ sites }: { sites: readonly UncertainSite[] }) {
  const language = useLanguage();
  return (
    <details className={styles.uncertain} open={sites.length <= MAX_SHOWN}>
      <summary>{words[language].title}</summary>
      <ul>
        {sites.map((site) => (
          <li key={site.slug}>
            <a {...linkTo({ ...getAddress(), site: site.slug, district: null })}>{nameOf(language, site)}</a>
            {site.isCounted && <small> {language === "zh" ? `（${words.zh.counted}）` : `(${words.en.counted})`}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}
