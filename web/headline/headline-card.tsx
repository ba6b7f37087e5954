import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { countNotes } from "../../server/contract/count-notes.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { getAddress, linkTo, useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { formatCount, formatFigure, withComma } from "../core/format.ts";
import { textIn, useLanguage } from "../core/language.tsx";
import { formatNotedPeriod } from "../core/period.ts";
import { today } from "../core/today.ts";
import type { FigureRecord } from "../provenance/figure.ts";
import { ProvenanceLink } from "../provenance/provenance.tsx";
import { useFirstPublicationAfter } from "../ui/before-first.tsx";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./headline.module.css";
import { currentFigureOf, headlineFilter, targetCounts, tradeTargetOf } from "./headline.ts";
import { type Headline, headlineQuery } from "./headline-query.ts";
import "./words.ts";

/** The city in four lines, each with its period and source, none uncertain or old; shown until the reader closes it for good. */
export function HeadlineCard({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { asOf } = useAddress();
  const { data } = useAnswer(headlineQuery, { filter: headlineFilter, asOf }, { keepLast: true });
  if (!data) return null;
  const figureOf = (indicator: "trade" | "growth") =>
    currentFigureOf(data.observations.nodes, indicator, (asOf ?? today()).slice(0, 10));
  return (
    <section className={styles.card} aria-label={t("headline.title")}>
      <h2>{t("headline.title")}</h2>
      <IconButton small className={styles.close} label={t("headline.close")} onClick={onClose}>
        <CloseIcon size={16} />
      </IconButton>
      <dl>
        <Figure name={t("headline.trade")} figure={figureOf("trade")} data={data} />
        <Figure name={t("headline.growth")} figure={figureOf("growth")} data={data} />
        <TargetsRow data={data} />
        <Sites data={data} />
      </dl>
    </section>
  );
}

interface RowProps {
  name: ReactNode;
  /** Before the value: a figure of the past is not read as one of today. */
  period?: string;
  value: ReactNode;
  children?: ReactNode;
}

function HeadlineRow({ name, period, value, children }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {period} <b>{value}</b>
        <small>{children}</small>
      </dd>
    </div>
  );
}

function Figure({ name, figure, data }: { name: string; figure: FigureRecord | undefined; data: Headline }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const target = tradeTargetOf(data.planTargets);
  const isBeforeFirst = useFirstPublicationAfter() !== null;
  if (!figure && isBeforeFirst) return <HeadlineRow name={name} value={t("asOf.beforeFirst")} />;
  if (!figure)
    return (
      <HeadlineRow name={name} value={t("headline.noFigure")}>
        {target && t("headline.dataHolder", { holder: textIn(language, target, "dataHolder") })}
      </HeadlineRow>
    );
  const period = formatNotedPeriod(figure, language);
  const [source] = figure.sources;
  const sentences = [
    figure.status === "ESTIMATE" || figure.status === "PROVISIONAL" ? t(`figureStatus.${figure.status}`) : "",
    source ? t("headline.source", { publisher: textIn(language, source, "publisher") }) : "",
  ];
  return (
    <HeadlineRow name={name} period={period} value={formatFigure(figure, language)}>
      {sentences.filter(Boolean).join(" · ")} <ProvenanceLink id={figure.id} name={withComma(language, name, period)} />
    </HeadlineRow>
  );
}

function TargetsRow({ data }: { data: Headline }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { met, before, onTrack, earlierPace, withoutTrend, ...others } = targetCounts(data.planTargets);
  const sentences = [
    t("headline.met", { count: met, before }),
    earlierPace > 0
      ? t("headline.onTrackAndEarlier", { count: onTrack, earlierPace })
      : t("headline.onTrack", { count: onTrack }),
    ...(["offTrack", "undecided", "noData", "notMeasurable"] as const)
      .filter((state) => others[state] > 0)
      .map((state) =>
        state === "noData" && withoutTrend > 0
          ? t("headline.noDataAndWithoutTrend", { count: others.noData, withoutTrend })
          : t(`headline.${state}`, { count: others[state] }),
      ),
  ];
  return (
    <HeadlineRow
      name={<a {...linkTo({ ...getAddress(), page: "plan" })}>{t("headline.targets")}</a>}
      value={t("headline.target", { count: data.planTargets.length })}
    >
      {sentences.join(language === "zh" ? "、" : ", ")}
      <br />
      {t("headline.targetsSource", { horizon: data.plan.horizon })}
    </HeadlineRow>
  );
}

function Sites({ data }: { data: Headline }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { totalCount, facets } = data.sites;
  return (
    <HeadlineRow
      name={t("headline.sites")}
      value={t("list.count", { count: totalCount, formatted: formatCount(totalCount, language) })}
    >
      <span className={styles.kinds}>
        {facets.kinds.map(({ kind, count }) => (
          <span key={kind} title={t(`kind.${kind}`)}>
            <KindMark kind={kind} />
            <span className="visually-hidden">{t(`kind.${kind}`)}</span> {formatCount(count, language)}
          </span>
        ))}
      </span>
      {countNotes(facets, language).map((note) => (
        <span key={note} className={styles.note}>
          {note}
        </span>
      ))}
      {data.atlas &&
        t("headline.sitesSource", {
          version: data.atlas.version,
          date: namedPeriodText(data.atlas.publishedAt.slice(0, 10), language),
        })}
    </HeadlineRow>
  );
}
