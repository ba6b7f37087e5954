import { getAddress, linkTo } from "../address/navigation.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Section } from "../ui/details.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
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
