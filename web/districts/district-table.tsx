import { Fragment, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { noFilter } from "../core/filter.ts";
import { formatCount } from "../core/format.ts";
import { SortIcon } from "../core/icons.tsx";
import { KindMark } from "../core/kind-mark.tsx";
import { siteKinds } from "../core/kinds.ts";
import { InLanguage, nameOf, otherLanguage, useLanguage } from "../core/language.tsx";
import { getAddress, linkTo } from "../core/navigation.ts";
import styles from "./districts-view.module.css";
import { type Column, inOrder, type Order, type Row } from "./rows.ts";

/** The districts as a table; each column sorts it. */
export function DistrictTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [order, setOrder] = useState<Order>({ column: "total", descending: true });
  const compare = new Intl.Collator(language === "zh" ? "zh-CN-u-co-pinyin" : "en").compare;
  const sorted = inOrder(rows, order, (one, other) => compare(nameOf(language, one), nameOf(language, other)));
  const head = (column: Column, label: string, content: ReactNode = label) => (
    <Head key={column} column={column} label={label} order={order} onOrder={setOrder}>
      {content}
    </Head>
  );
  return (
    <section className={styles.scroll} aria-label={t("districtsPage.title")}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head("name", t("districtsPage.name"))}
            {head("area", t("districtsPage.area"))}
            {head("population", t("districtsPage.population"))}
            {head("density", t("districtsPage.density"), <span>{t("districtsPage.density")}</span>)}
            {siteKinds.map((kind) => head(kind, t(`kind.${kind}`), <KindHead kind={kind} />))}
            {head("total", t("districtsPage.total"))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <DistrictRow key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function KindHead({ kind }: { kind: (typeof siteKinds)[number] }) {
  const { t } = useTranslation();
  return (
    <>
      <KindMark kind={kind} />
      <span>
        {wordsIn(t(`kind.${kind}`)).map((word) => (
          <Fragment key={word}>
            {word}
            <wbr />
          </Fragment>
        ))}
      </span>
    </>
  );
}

/** A label's words, so that a narrow head breaks between and not inside them: Chinese writes no spaces. */
function wordsIn(label: string): string[] {
  if (!("Segmenter" in Intl) || /[a-z]/i.test(label)) return [label];
  return Array.from(new Intl.Segmenter("zh", { granularity: "word" }).segment(label), ({ segment }) => segment);
}

interface HeadProps {
  column: Column;
  label: string;
  order: Order;
  onOrder: (order: Order) => void;
  children: ReactNode;
}

function Head({ column, label, order, onOrder, children }: HeadProps) {
  const { t } = useTranslation();
  const sorted = order.column !== column ? "none" : order.descending ? "descending" : "ascending";
  // Numbers are first asked for from the top, names from the start.
  const next = { column, descending: sorted === "none" ? column !== "name" : sorted === "ascending" };
  return (
    <th scope="col" aria-sort={sorted}>
      <button type="button" title={t("districtsPage.sort", { column: label })} onClick={() => onOrder(next)}>
        {children}
        <SortIcon direction={sorted} />
      </button>
    </th>
  );
}

function DistrictRow({ row }: { row: Row }) {
  const language = useLanguage();
  const other = otherLanguage(language);
  const number = (value: number | null) => (value === null ? "—" : formatCount(value, language));
  const area = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en-GB", { minimumFractionDigits: 2 }).format(row.area);
  const link = linkTo({
    ...getAddress(),
    place: "explore",
    filter: { ...noFilter, districts: [row.code] },
    site: null,
    district: row.code,
    camera: null,
  });
  return (
    <tr>
      <th scope="row">
        <a {...link}>{nameOf(language, row)}</a>
        <InLanguage language={other} className={styles.other}>
          {nameOf(other, row)}
        </InLanguage>
      </th>
      <td>{area}</td>
      <td>{number(row.population)}</td>
      <td>{number(row.density)}</td>
      {siteKinds.map((kind) => (
        <td key={kind} data-zero={row.kinds[kind] === 0 || undefined}>
          {number(row.kinds[kind])}
        </td>
      ))}
      <td className={styles.total}>{number(row.total)}</td>
    </tr>
  );
}
