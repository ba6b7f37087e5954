import { Section } from "../core/details.tsx";
import { KindMark } from "../core/kind-mark.tsx";
import { nameOf, useLanguage } from "../core/language.tsx";
import { getAddress, linkTo } from "../core/navigation.ts";
import type { SiteDetails } from "./site-query.ts";
import styles from "./sites.module.css";

/** Other sites that belong to this one. */
export function Related({ title, sites }: { title: string; sites: SiteDetails["parts"] }) {
  const language = useLanguage();
  return (
    <Section title={title}>
      <ul className={styles.links}>
        {sites.map((site) => (
          <li key={site.slug}>
            <a {...linkTo({ ...getAddress(), site: site.slug })}>
              <KindMark kind={site.kind} />
              <span>{nameOf(language, site)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
