import { useTranslation } from "react-i18next";
import { linkTo, useAddress } from "../address/navigation.ts";
import { formatFigure } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { ConflictMark, ProvenanceLink } from "../provenance/provenance.tsx";
import { Answer } from "../ui/answer.tsx";
import { type FigureSum, type SummedFigure, useSummedFigures } from "./catchment-query.ts";
import styles from "./spatial.module.css";

/** The figures behind a sum or a median, each with its site and a link to its source. */
export function SummedFigures({ indicator }: { indicator: FigureSum["indicator"] }) {
  const { filter, asOf } = useAddress();
  const answer = useSummedFigures(filter, indicator.slug, asOf);
  return (
    <Answer answer={answer} lines={3}>
      {({ catchment }) => (
        <ul className={styles.summedFigures}>
          {catchment.figures[0]?.figures.map((figure) => (
            <SummedFigureRow key={figure.id} figure={figure} indicator={indicator} />
          ))}
        </ul>
      )}
    </Answer>
  );
}

function SummedFigureRow({ figure, indicator }: { figure: SummedFigure; indicator: FigureSum["indicator"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  const { subject } = figure;
  const site = "slug" in subject ? subject : null;
  const period = formatPeriod(figure, language);
  const name = [site && nameOf(language, site), nameOf(language, indicator), period].filter(Boolean).join(", ");
  return (
    <li className={styles.summedFigure}>
      {site ? <a {...linkTo({ ...address, site: site.slug, district: null })}>{nameOf(language, site)}</a> : t("site.unknown")}
      <span>
        {formatFigure(figure, language)}{" "}
        <small>
          <ProvenanceLink id={figure.id} name={name}>
            {period}
          </ProvenanceLink>
          {figure.conflicting.length > 0 && <ConflictMark short />}
        </small>
      </span>
    </li>
  );
}
