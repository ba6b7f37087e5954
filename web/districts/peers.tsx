import { useTranslation } from "react-i18next";
import { siteFilter } from "../address/filter.ts";
import { type Measure, measureInput } from "../address/measure.ts";
import { getAddress, useAddress, visit } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Answer } from "../ui/answer.tsx";
import styles from "./charts.module.css";
import type { ColumnLook } from "./column-look.ts";
import type { Row } from "./comparison-query.ts";
import { PeerRow } from "./peer-row.tsx";
import { peersQuery } from "./peers-query.ts";

interface PeersProps {
  rows: readonly Row[];
  looks: readonly ColumnLook[];
  measures: readonly Measure[];
}

/** The subjects most similar to the first picked one, by the measures of the table. */
export function Peers({ rows, looks, measures }: PeersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { picks, set } = useAddress();
  const subject = rows.find(({ key }) => key === picks[0])?.key ?? "";
  const choose = (key: string) => {
    const others = getAddress().picks.filter((each) => each !== key && each !== subject);
    visit({ picks: key ? [key, ...others] : others });
  };
  return (
    <section className={styles.section} aria-labelledby="peers" data-empty={!subject || undefined}>
      <h2 id="peers">{t(`districtsPage.peers.title.${set}`)}</h2>
      <p className={styles.note}>{t("districtsPage.peers.how")}</p>
      <label className={styles.choice}>
        <span>{t("districtsPage.peers.of")}</span>
        <select value={subject} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t("districtsPage.peers.choose")}</option>
          {rows.map((row) => (
            <option key={row.key} value={row.key}>
              {nameOf(language, row)}
            </option>
          ))}
        </select>
      </label>
      {subject && <PeerList subject={subject} looks={looks} measures={measures} />}
    </section>
  );
}

interface ListProps extends Pick<PeersProps, "looks" | "measures"> {
  subject: string;
}

function PeerList({ subject, looks, measures }: ListProps) {
  const { t } = useTranslation();
  const { set, filter, period, asOf } = useAddress();
  const variables = { set, subject, measures: measures.map(measureInput), filter: siteFilter(filter), period, asOf };
  const answer = useAnswer(peersQuery, variables, { keepLast: true });
  return (
    <Answer of={answer} lines={4}>
      {({ peers: { peers } }) =>
        peers.length === 0 ? (
          <p className={styles.note}>{t("districtsPage.peers.none")}</p>
        ) : (
          <ol className={styles.peers} aria-busy={answer.fetching || undefined}>
            {peers.map((peer) => (
              <PeerRow key={peer.key} peer={peer} looks={looks} />
            ))}
          </ol>
        )
      }
    </Answer>
  );
}
