import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { Measure } from "../address/measure.ts";
import { measureInput } from "../address/measure.ts";
import { getAddress, useAddress, visit } from "../address/navigation.ts";
import { siteFilter } from "../address/site-filter.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { Failure, Waiting } from "../ui/states.tsx";
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

/** Which subjects are most alike to the first that is picked, by the measures of the table. */
export function Peers({ rows, looks, measures }: PeersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { picks } = useAddress();
  const subject = rows.find(({ key }) => key === picks[0])?.key ?? "";
  const choose = (key: string) => {
    const others = getAddress().picks.filter((each) => each !== key && each !== subject);
    visit({ picks: key ? [key, ...others] : others });
  };
  return (
    <section className={styles.section} aria-labelledby="peers" data-empty={!subject || undefined}>
      <h2 id="peers">{t("districtsPage.peers.title")}</h2>
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
  const [{ data, error, fetching }, retry] = useQuery({
    query: peersQuery,
    variables: { set, subject, measures: measures.map(measureInput), filter: siteFilter(filter), period, asOf },
  });
  if (error) return <Failure error={error} onRetry={() => retry({ requestPolicy: "network-only" })} />;
  if (!data) return <Waiting lines={4} />;
  const { peers } = data.peers;
  return (
    <div aria-busy={fetching || undefined}>
      {peers.length === 0 ? (
        <p className={styles.note}>{t("districtsPage.peers.none")}</p>
      ) : (
        <ol className={styles.peers}>
          {peers.map((peer) => (
            <PeerRow key={peer.key} peer={peer} looks={looks} />
          ))}
        </ol>
      )}
    </div>
  );
}
