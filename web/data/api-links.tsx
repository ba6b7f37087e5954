import { useTranslation } from "react-i18next";
import { withColon } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { Block } from "./block.tsx";
import styles from "./data.module.css";

/** Links to the other interfaces to the data, and notes on the basemap. */
export function ApiLinks() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <Block title={t("dataPage.apiLinks")}>
        <dl className={styles.notes}>
          <div>
            <dt>
              <a href="/graphql">{t("dataPage.graphql")}</a>
            </dt>
            <dd>{t("dataPage.graphqlText")}</dd>
          </div>
          <div>
            <dt>
              {withColon(t("dataPage.tiles"), "", language)}
              <a href="/tiles/sites.json">sites</a>, <a href="/tiles/districts.json">districts</a>
            </dt>
            <dd>{t("dataPage.tilesText")}</dd>
          </div>
        </dl>
      </Block>
      <Block title={t("dataPage.map")}>
        <p>{t("dataPage.mapText")}</p>
      </Block>
    </>
  );
}
