import { useTranslation } from "react-i18next";
import { formatShare } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { scaledDigits } from "../core/scale.ts";
import styles from "./charts.module.css";
import { type ColumnLook, cellPhrase } from "./column-look.ts";
import type { Peer } from "./peers-query.ts";
import { PickBox } from "./pick-box.tsx";

/** One peer: its distance, and each measure's share of it, the largest first. */
export function PeerRow({ peer, looks }: { peer: Peer; looks: readonly ColumnLook[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const parts = [...peer.measures].sort((one, other) => other.share - one.share);
  const name = nameOf(language, peer);
  const digits = (value: number) => scaledDigits(value, { size: 1, word: "" }, language, true);
  return (
    <li>
      <div className={styles.peer}>
        <PickBox subject={peer.key} label={t("districtsPage.pick", { name })} />
        <b>{name}</b>
        <span>
          {t("districtsPage.peers.distance", { distance: peer.distance.toFixed(2), used: parts.length, all: looks.length })}
        </span>
      </div>
      <ul>
        {parts.map((part) => {
          const look = looks.find(({ column }) => column.key === part.measure.key);
          const phrase = (value: number) =>
            look ? cellPhrase(look, { value, valueMax: null, qualifier: null }, language) : digits(value);
          return (
            <li key={part.measure.key}>
              {part.share >= 0.005 && (
                <span className={styles.share} style={{ inlineSize: `${Math.round(part.share * 100)}%` }} aria-hidden="true" />
              )}
              {t("districtsPage.peers.part", {
                measure: look?.name ?? part.measure.key,
                share: formatShare(part.share, language),
                own: phrase(part.own),
                theirs: phrase(part.theirs),
              })}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
