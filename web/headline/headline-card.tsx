import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { getAddress, linkTo, useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { formatCount, formatFigure } from "../core/format.ts";
import { textIn, useLanguage } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import type { FigureRecord } from "../provenance/figure.ts";
import { ProvenanceLink } from "../provenance/provenance.tsx";
import { IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import styles from "./headline.module.css";
import { headlineFilter, newestOf, targetCounts } from "./headline.ts";
import { type Headline, headlineQuery } from "./headline-query.ts";
import "./words.ts";

/** What matters of the city in four lines, each with its period and its source, until the reader closes it for good. */
export function HeadlineCard({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { asOf } = useAddress();
  const { data } = useAnswer(headlineQuery, { filter: headlineFilter, asOf }, { keepLast: true });
  if (!data) return null;
  const { nodes } = data.observations;
  return (
    <section className={styles.card} aria-label={t("headline.title")}>
      <h2>{t("headline.title")}</h2>
      <IconButton small className={styles.close} label={t("headline.close")} onClick={onClose}>
        <CloseIcon size={16} />
      </IconButton>
      <dl>
        <Figure name={t("headline.trade")} figure={newestOf(nodes, "trade")} />
        <Figure name={t("headline.growth")} figure={newestOf(nodes, "growth")} />
        <TargetsRow data={data} />
        <Sites data={data} />
      </dl>
    </section>
  );
}

function HeadlineRow({ name, value, children }: { name: ReactNode; value: ReactNode; children?: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        <small>{children}</small>
      </dd>
    </div>
  );
}

function Figure({ name, figure }: { name: string; figure: FigureRecord | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!figure) return <HeadlineRow name={name} value={t("headline.noFigure")} />;
  const period = formatPeriod(figure, language);
  const [source] = figure.sources;
  const sentences = [
    period,
    figure.status === "ESTIMATE" || figure.status === "PROVISIONAL" ? t(`figureStatus.${figure.status}`) : "",
    figure.confidence === "HIGH" ? "" : t(`confidence.${figure.confidence}`),
    source ? t("headline.source", { publisher: textIn(language, source, "publisher") }) : "",
  ];
  return (
    <HeadlineRow name={name} value={formatFigure(figure, language)}>
      {sentences.filter(Boolean).join(" · ")} <ProvenanceLink id={figure.id} name={`${name}, ${period}`} />
    </HeadlineRow>
  );
}

function TargetsRow({ data }: { data: Headline }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { met, before, ...others } = targetCounts(data.planTargets);
  const sentences = [
    t("headline.met", { count: met, before }),
    ...(["onTrack", "offTrack", "undecided", "noData"] as const)
      .filter((state) => state === "onTrack" || others[state] > 0)
      .map((state) => t(`headline.${state}`, { count: others[state] })),
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
      {data.atlas &&
        t("headline.sitesSource", {
          version: data.atlas.version,
          date: namedPeriodText(data.atlas.publishedAt.slice(0, 10), language),
        })}
    </HeadlineRow>
  );
}
