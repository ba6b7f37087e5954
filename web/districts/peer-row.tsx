import { useTranslation } from "react-i18next";
import type { FormulaLabel } from "../address/measure-choices.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import styles from "./charts.module.css";
import { peerSentence } from "./peer-words.ts";
import type { Peer } from "./peers-query.ts";
import { CompareCheckbox } from "./pick-box.tsx";

/** One peer, and in words what it has in common and what sets it apart. */
export function PeerRow({ peer, formulas }: { peer: Peer; formulas: readonly FormulaLabel[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = nameOf(language, peer);
  return (
    <li>
      <div className={styles.peer}>
        <CompareCheckbox subject={peer.key} label={t("districtsPage.pick", { name })} />
        <b>{name}</b>
        <span>{t("peers.distance", { distance: peer.distance.toFixed(2) })}</span>
      </div>
      <p>{peerSentence(peer, formulas, t, language)}</p>
    </li>
  );
}
