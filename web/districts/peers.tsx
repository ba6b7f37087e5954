import { useTranslation } from "react-i18next";
import { siteFilter } from "../address/filter.ts";
import type { FormulaLabel } from "../address/measure-choices.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { Answer } from "../ui/answer.tsx";
import styles from "./charts.module.css";
import type { Row } from "./comparison-query.ts";
import { PeerRow } from "./peer-row.tsx";
import { missingWords } from "./peer-words.ts";
import { peersQuery } from "./peers-query.ts";
import { referenceOf } from "./reference.ts";

interface PeersProps {
  rows: readonly Row[];
  formulas: readonly FormulaLabel[];
}

/** The subjects most similar to the chosen one, or else to the first picked one, by densities, amounts per head, shares and mix. */
export function Peers({ rows, formulas }: PeersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { areaSet, ...address } = useAddress();
  const subject = referenceOf(address, rows);
  return (
    <section className={styles.section} aria-labelledby="peers" data-empty={!subject || undefined}>
      <h2 id="peers">{t(`peers.title.${areaSet}`)}</h2>
      <p className={styles.note}>{t("peers.how")}</p>
      <label className={styles.choice}>
        <span>{t("peers.of")}</span>
        <select value={subject} onChange={(event) => navigate({ similarTo: event.currentTarget.value || null })}>
          {!subject && <option value="">{t("peers.choose")}</option>}
          {rows.map((row) => (
            <option key={row.key} value={row.key}>
              {nameOf(language, row)}
            </option>
          ))}
        </select>
      </label>
      {subject && <PeerList subject={subject} formulas={formulas} />}
    </section>
  );
}

interface ListProps extends Pick<PeersProps, "formulas"> {
  subject: string;
}

function PeerList({ subject, formulas }: ListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { areaSet, filter, asOf } = useAddress();
  const variables = { set: areaSet, subject, filter: siteFilter(filter), asOf };
  const answer = useAnswer(peersQuery, variables, { keepLast: true });
  return (
    <Answer answer={answer} lines={4}>
      {({ peers: { peers, leftOut, ...reason } }) => {
        const list =
          peers.length === 0 ? (
            <p className={styles.note}>{textIn(language, reason, "noPeers")}</p>
          ) : (
            <ol className={styles.peers} aria-busy={answer.isFetching || undefined}>
              {peers.map((peer) => (
                <PeerRow key={peer.key} peer={peer} formulas={formulas} />
              ))}
            </ol>
          );
        return (
          <>
            {list}
            {missingWords(leftOut, formulas, t, language).map((measures) => (
              <p key={measures} className={styles.note}>
                {t("peers.missing", { measures })}
              </p>
            ))}
          </>
        );
      }}
    </Answer>
  );
}
