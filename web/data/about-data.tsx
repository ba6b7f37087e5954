import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { useAnswer } from "../core/answer.ts";
import { useLanguage } from "../core/language.tsx";
import { Answer } from "../ui/answer.tsx";
import { AsOfPicker } from "../ui/as-of-picker.tsx";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { LoadingLines } from "../ui/states.tsx";
import { ApiLinks } from "./api-links.tsx";
import { Block } from "./block.tsx";
import styles from "./data.module.css";
import { type DataAnswer, dataQuery } from "./data-query.ts";
import { Indicators } from "./indicators.tsx";
import { Notes } from "./notes.tsx";
import { Sources } from "./sources.tsx";

const Completeness = lazy(async () => ({ default: (await import("./completeness.tsx")).Completeness }));

/** Reliability of the data, its sources, conflicts and gaps, and other interfaces to it. */
export function AboutData() {
  const { t } = useTranslation();
  const answer = useAnswer(dataQuery, {});
  return (
    <Page title={t("dataPage.title")} lead={<Lead atlas={answer.data?.atlas} />}>
      <Answer answer={answer} lines={14}>
        {(data) => (
          <>
            <Contents />
            <Block title={t("dataPage.reliability")}>
              <p>{t("dataPage.reliabilityText")}</p>
            </Block>
            <Block title={t("dataPage.completeness")} wide>
              <Suspense fallback={<LoadingLines lines={12} />}>
                <Completeness />
              </Suspense>
            </Block>
            <Block title={t("dataPage.conflicts")}>
              <Notes notes={data.dataNotes.filter(({ kind }) => kind === "CONFLICT")} />
            </Block>
            <Block title={t("dataPage.gaps")}>
              <Notes notes={data.dataNotes.filter(({ kind }) => kind === "GAP")} />
            </Block>
            <Block title={t("asOf.title")} tool>
              <AsOfPicker />
            </Block>
            <ApiLinks />
            <Block title={t("dataPage.indicators")}>
              <Indicators indicators={data.indicators} />
            </Block>
            <Block title={t("dataPage.sources")}>
              <Sources />
            </Block>
          </>
        )}
      </Answer>
    </Page>
  );
}

/** The parts of this long page; each is named by its heading. */
function Contents() {
  const { t } = useTranslation();
  const titles = [
    ...(["dataPage.reliability", "dataPage.completeness", "dataPage.conflicts", "dataPage.gaps", "asOf.title"] as const),
    ...(["dataPage.apiLinks", "dataPage.indicators", "dataPage.sources"] as const),
  ].map((key) => t(key));
  const goTo = (title: string) => {
    const heading = [...document.querySelectorAll<HTMLElement>("main h2")].find(({ textContent }) => textContent === title);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.contents} aria-label={t("dataPage.contents")}>
      {titles.map((title) => (
        <Button variant="link" key={title} onClick={() => goTo(title)}>
          {title}
        </Button>
      ))}
    </nav>
  );
}

function Lead({ atlas }: { atlas: DataAnswer["atlas"] | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <p>{t("dataPage.lead")}</p>
      {atlas && (
        <p>
          {t("dataPage.version", { version: atlas.version, date: namedPeriodText(atlas.publishedAt.slice(0, 10), language) })}
        </p>
      )}
    </>
  );
}
