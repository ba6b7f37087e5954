import { useTranslation } from "react-i18next";
import { formatDigits, numberRange, withUnit } from "../../server/contract/quantities.ts";
import { formatMoment } from "../address/as-of.ts";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { formatFigure } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { Answer } from "../ui/answer.tsx";
import { FactList } from "../ui/details.tsx";
import { Notice } from "../ui/states.tsx";
import styles from "./provenance.module.css";
import { ProvenanceConflicts } from "./provenance-conflicts.tsx";
import { type ProvenanceRecord, provenanceQuery } from "./provenance-query.ts";
import { ProvenanceSources } from "./provenance-sources.tsx";

/** The provenance of a figure: its sources, their wording, the stored value, its confidence, and contradicting sources. */
export function ProvenanceDetails({ id, hasHeading }: { id: string; hasHeading?: boolean }) {
  const { t } = useTranslation();
  const answer = useAnswer(provenanceQuery, { id, asOf: useAddress().asOf });
  return (
    <Answer answer={answer} lines={5}>
      {({ node }) =>
        node && "conflicts" in node ? (
          <>
            {hasHeading && <Heading figure={node} />}
            <FigureFacts figure={node} />
            <ProvenanceSources figure={node} />
            {node.conflicts.length > 0 && <ProvenanceConflicts figure={node} />}
          </>
        ) : (
          <Notice title={t("provenance.missing")} />
        )
      }
    </Answer>
  );
}

function Heading({ figure }: { figure: ProvenanceRecord }) {
  const language = useLanguage();
  return (
    <header className={styles.heading}>
      <p>
        {nameOf(language, figure.subject)} · {formatPeriod(figure, language)}
      </p>
      <h3>{nameOf(language, figure.indicator)}</h3>
      <p className={styles.value}>{formatFigure(figure, language)}</p>
    </header>
  );
}

function FigureFacts({ figure }: { figure: ProvenanceRecord }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { qualifier, status, confidence, supersededAt } = figure;
  return (
    <FactList
      facts={[
        [t("provenance.published"), figure.published],
        [t("provenance.stored"), <StoredValue key="stored" figure={figure} />],
        [t("provenance.qualifier"), qualifier !== "EXACT" && t(`provenance.means.${qualifier}`)],
        [t("provenance.reliability"), [t(`figureStatus.${status}`), t(`confidence.${confidence}`)].join(" · ")],
        [t("provenance.synthetic"), figure.synthetic && t("provenance.syntheticText")],
        [t("provenance.recorded"), formatMoment(figure.recordedAt, language)],
        [t("provenance.superseded"), supersededAt && formatMoment(supersededAt, language)],
        [t("provenance.counts"), textIn(language, figure.indicator, "definition")],
        [t("site.note"), [textIn(language, figure, "periodNote"), textIn(language, figure, "note")].filter(Boolean).join(" ")],
      ]}
    />
  );
}

/** The value as stored: every digit, in the unit of the indicator. */
function StoredValue({ figure }: { figure: ProvenanceRecord }) {
  const language = useLanguage();
  const { value, valueMax, indicator } = figure;
  const digits = (number: number) => formatDigits(number, language, { maximumFractionDigits: 6 });
  const numbers = valueMax === null ? digits(value) : numberRange(digits(value), digits(valueMax), language);
  return withUnit(numbers, nameOf(language, indicator.unit));
}
