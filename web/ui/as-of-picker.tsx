import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { readAsOf } from "../../server/contract/days.ts";
import { formatMoment } from "../address/as-of.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";
import { halfIn, useLanguage } from "../core/language.tsx";
import { Answer } from "./answer.tsx";
import styles from "./as-of-picker.module.css";
import { Button } from "./button.tsx";

const changesQuery = graphql(`
  query Changes {
    changeSets(first: 20) { nodes { number createdAt reason added superseded } pageInfo { hasNextPage } }
  }
`);

type ChangeSet = ResultOf<typeof changesQuery>["changeSets"]["nodes"][number];

/** The as-of picker: any day, or the state after one of the published changes. */
export function AsOfPicker() {
  const { t } = useTranslation();
  const answer = useAnswer(changesQuery, {});
  return (
    <div className={styles.picker}>
      <p>{t("asOf.text")}</p>
      <DayField />
      <h3>{t("asOf.changes")}</h3>
      <Answer answer={answer} lines={3}>
        {({ changeSets }) => (
          <>
            <ChangeSetList changeSets={changeSets.nodes} />
            {changeSets.pageInfo.hasNextPage && <p>{t("asOf.older")}</p>}
          </>
        )}
      </Answer>
    </div>
  );
}

function DayField() {
  const { t } = useTranslation();
  const { asOf } = useAddress();
  const [day, setDay] = useState(asOf?.slice(0, 10) ?? "");
  const id = useId();
  const showDay = (event: FormEvent) => {
    event.preventDefault();
    const parsed = readAsOf(day);
    if (parsed) navigate({ asOf: parsed });
  };
  return (
    <form className={styles.day} onSubmit={showDay}>
      <label htmlFor={id}>{t("asOf.day")}</label>
      <input id={id} type="date" required value={day} max={today()} onChange={(event) => setDay(event.target.value)} />
      <Button type="submit">{t("asOf.show")}</Button>
      {asOf && <Button onClick={() => navigate({ asOf: null })}>{t("asOf.now")}</Button>}
    </form>
  );
}

/** The state after each change; after the newest is now. */
function ChangeSetList({ changeSets }: { changeSets: readonly ChangeSet[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { asOf } = useAddress();
  return (
    <ol className={styles.changes}>
      {changeSets.map(({ number, createdAt, reason, added, superseded }, index) => (
        <li key={number}>
          <button
            type="button"
            aria-current={(index === 0 ? !asOf : asOf === createdAt) || undefined}
            onClick={() => navigate({ asOf: index === 0 ? null : createdAt })}
          >
            <span>
              {index === 0 ? t("asOf.newest", { number }) : t("asOf.version", { number })}
              <small>{formatMoment(createdAt, language)}</small>
            </span>
            <small>
              {halfIn(language, reason)}
              <br />
              {t("asOf.counts", { added, superseded })}
            </small>
          </button>
        </li>
      ))}
    </ol>
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);
