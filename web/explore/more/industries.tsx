import { useState } from "react";
import { useTranslation } from "react-i18next";
import { foldText } from "../../../server/contract/fold.ts";
import { toggleInList } from "../../address/filter.ts";
import { changeFilter, useAddress } from "../../address/navigation.ts";
import { nameOf, useLanguage } from "../../core/language.tsx";
import type { Catalogue } from "../catalogue.ts";
import styles from "./more.module.css";

/** The industries as boxes to tick; there are many, so a field narrows them. Those that are ticked stay in sight. */
export function Industries({ catalogue }: { catalogue: Catalogue | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { industries } = useAddress().filter;
  const [searchText, setSearchText] = useState("");
  const query = foldText(searchText).trim();
  const compare = new Intl.Collator(language === "zh" ? "zh-CN-u-co-pinyin" : "en").compare;
  const matches = (catalogue?.industries ?? [])
    .filter(
      ({ slug, nameZh, nameEn, aliases }) =>
        industries.includes(slug) || [nameZh, nameEn, ...aliases].some((name) => foldText(name).includes(query)),
    )
    .sort((one, other) => compare(nameOf(language, one), nameOf(language, other)));
  return (
    <fieldset className={styles.industries}>
      <legend>{t("filter.industry")}</legend>
      <input
        type="text"
        className={styles.field}
        aria-label={t("filter.find")}
        placeholder={t("filter.find")}
        maxLength={50}
        value={searchText}
        onChange={(event) => setSearchText(event.currentTarget.value)}
      />
      <ul>
        {matches.map((industry) => (
          <li key={industry.slug}>
            <label>
              <input
                type="checkbox"
                checked={industries.includes(industry.slug)}
                onChange={() => changeFilter({ industries: toggleInList(industries, industry.slug) })}
              />
              {nameOf(language, industry)}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
