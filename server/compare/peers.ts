// Similar subjects: the distance between subjects when each measure is scaled by its spread over the set. The spread is that of the
// middle half, so that one extreme subject does not make all others alike; and no single difference counts for more than a few
// spreads.

import { profileMeasures } from "../contract/city.ts";
import type { BilingualText, Language } from "../contract/language.ts";
import { MAX_MEASURES, MIN_COMMON_MEASURES, type SetName } from "../contract/measures.ts";
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { computedFromSql, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { listSize } from "../graphql/paging.ts";
import { PRICES } from "../graphql/prices.ts";
import { Notice, resolveStatement } from "../graphql/statement.ts";
import { AS_OF_ARGUMENT } from "../indicators/figure-precedence.ts";
import { NotComputable } from "../indicators/not-computable.ts";
import { filterCost, SiteFilterInput } from "../sites/filter-input.ts";
import { comparisonStatement } from "./comparison-query.ts";
import { MeasureInput, readMeasure } from "./measure.ts";
import { MeasureColumn } from "./measure-column.ts";
import { argumentNames, countingCost, expectedRows, FILTER_DESCRIPTION, PERIOD_DESCRIPTION } from "./queries.ts";
import { subjectFields } from "./subject-fields.ts";
import { citySubjectId, SubjectSet } from "./subjects.ts";

const MAX_PEERS = 20;
/** The interquartile range of a normal distribution, in standard deviations. */
const NORMAL_QUARTILES = 1.349;
/** No difference counts for more spreads than this. */
const MAX_DIFFERENCE = 3;

const columnOf = readBySql({
  singleRow: (row, child) => sql`FROM measure_summary ${child} WHERE ${child}.measure_number = ${row}.measure_number`,
});

const LeftOut = builder.objectRef<Row>("LeftOut");
LeftOut.implement({
  description: "A measure that was left out, and why.",
  fields: (t) => ({
    measure: t.field({ type: MeasureColumn, description: "The measure.", complexity: { field: 1, multiplier: 1 }, ...columnOf }),
    notComputable: t.field({
      type: NotComputable,
      description: "Why it was left out; BOUNDS_ONLY also if the number itself is only a bound or a range.",
      ...valueBySql((row) => sql`${row}.reason`),
    }),
  }),
});

const PeerMeasure = builder.objectRef<Row>("PeerMeasure");
PeerMeasure.implement({
  description: "The difference between two subjects by one measure.",
  fields: (t) => ({
    measure: t.field({ type: MeasureColumn, description: "The measure.", complexity: { field: 1, multiplier: 1 }, ...columnOf }),
    subjectValue: t.float({ description: "The subject's own number.", ...valueBySql((row) => sql`${row}.subject_value`) }),
    peerValue: t.float({ description: "The peer's number.", ...valueBySql((row) => sql`${row}.peer_value`) }),
    difference: t.float({
      description: "The peer's number minus the subject's, in spreads (see Peers).",
      ...valueBySql((row) => sql`${row}.difference`),
    }),
    share: t.float({
      description: "Its contribution to the squared distance, from 0 to 1; 0 if there is no distance.",
      ...valueBySql((row) => sql`${row}.share`),
    }),
  }),
});

const Peer = builder.objectRef<Row>("Peer");
Peer.implement({
  description: "A similar subject.",
  fields: (t) => ({
    ...subjectFields(t),
    distance: t.float({
      description: "Root mean square of the differences: 0 is identical, 1 is one spread apart on average.",
      ...valueBySql((row) => sql`${row}.distance`),
    }),
    measures: t.field({
      type: [PeerMeasure],
      description:
        "The measures for which both have a number, except counts of sites of which neither has any; in the requested order.",
      complexity: { field: 1, multiplier: 1 },
      ...readBySql({
        rows: (row, child) =>
          sql`FROM peer_measure ${child} WHERE ${child}.subject_id = ${row}.subject_id ORDER BY ${child}.measure_number`,
      }),
    }),
    leftOut: t.field({
      type: [LeftOut],
      description: "Measures for which the peer has no number.",
      complexity: { field: 1, multiplier: 1 },
      ...readBySql({
        rows: (row, child) =>
          sql`FROM missing_number ${child} WHERE ${child}.subject_id = ${row}.subject_id ORDER BY ${child}.measure_number`,
      }),
    }),
  }),
});

interface Counts {
  measures: number;
  peers: number;
}

/** Why none is similar: the subject's own measures are too few, or those that it has in common with others. */
export function noPeersText({ measures, peers }: Counts): BilingualText | null {
  if (peers > 0) return null;
  const needed = MIN_COMMON_MEASURES;
  if (measures >= needed)
    return {
      zh: `与其他对象共有的指标均少于规定的${needed}项，无法比较。`,
      en: `No comparison: none of the others has the required ${needed} measures in common with it.`,
    };
  return {
    zh:
      measures === 0
        ? `无可用指标，规定不少于${needed}项，无法比较。`
        : `可用指标仅${measures}项，少于规定的${needed}项，无法比较。`,
    en: `No comparison: data for ${measures === 0 ? "none" : `only ${measures}`} of the measures, fewer than the required ${needed}.`,
  };
}

const noPeers = (language: Language) =>
  computedFromSql<Counts, string | null>(
    {
      value: () => sql`(SELECT json_build_object('measures', (SELECT count(*) FROM subject_cell WHERE reason IS NULL),
        'peers', (SELECT count(*) FROM peer)))`,
    },
    (counts) => noPeersText(counts)?.[language] ?? null,
  );

const Peers = builder.objectRef<Row>("Peers");
Peers.implement({
  description: `Similar subjects by some measures in the years shown. A difference is counted in spreads: the interquartile range over ${NORMAL_QUARTILES}, which is the standard deviation where values are normally distributed; the standard deviation itself where the middle half is equal. A difference of more than ${MAX_DIFFERENCE} spreads counts as ${MAX_DIFFERENCE}. The distance is the root mean square over the measures for which both have a number that is not only a bound, except counts of sites of which neither has any; with fewer than ${MIN_COMMON_MEASURES} of them a subject is not a peer.`,
  fields: (t) => ({
    notices: t.field({
      type: [Notice],
      description: "Inputs that were changed before use.",
      resolve: (row) => row.notices as never,
    }),
    measures: t.field({
      type: [MeasureColumn],
      description: "The measures used, in the requested order.",
      complexity: { field: 1, multiplier: 1 },
      ...readBySql({
        rows: (
          _row,
          child,
        ) => sql`FROM measure_summary ${child} JOIN subject_cell ON subject_cell.measure_number = ${child}.measure_number
          WHERE subject_cell.reason IS NULL ORDER BY ${child}.measure_number`,
      }),
    }),
    leftOut: t.field({
      type: [LeftOut],
      description: "Measures not used, because the subject has no number or all numbers are equal.",
      complexity: { field: 1, multiplier: 1 },
      ...readBySql({
        rows: (_row, child) => sql`FROM subject_cell ${child} WHERE ${child}.reason IS NOT NULL ORDER BY ${child}.measure_number`,
      }),
    }),
    noPeersZh: t.string({
      nullable: true,
      description: "Why there are no peers, in Chinese; null where there are.",
      ...noPeers("zh"),
    }),
    noPeersEn: t.string({
      nullable: true,
      description: "Why there are no peers, in English; null where there are.",
      ...noPeers("en"),
    }),
    peers: t.field({
      type: [Peer],
      description: "Most similar first; empty if none has enough measures in common with it.",
      complexity: { field: 1, multiplier: 1 },
      ...readBySql({
        rows: (_row, child) => sql`FROM peer ${child} ORDER BY ${child}.distance, ${child}.sort, ${child}.subject_id`,
      }),
    }),
  }),
});

const isNumber = (row: Sql): Sql => sql`coalesce(${row}.qualifier IN ('EXACT', 'ABOUT', 'NEARLY'), false)`;

const peerCtes = (subject: string, size: number): Sql[] => [
  sql`spread AS MATERIALIZED (
    SELECT cell.measure_number, CASE WHEN max(cell.value) > min(cell.value) THEN coalesce(nullif((percentile_cont(0.75) WITHIN GROUP (ORDER BY cell.value)
      - percentile_cont(0.25) WITHIN GROUP (ORDER BY cell.value)) / ${NORMAL_QUARTILES}::float8, 0),
      stddev_pop(cell.value)) END AS deviation
    FROM cell WHERE cell.subject_id <> ${citySubjectId} AND ${isNumber(sql`cell`)} GROUP BY cell.measure_number)`,
  sql`subject_cell AS MATERIALIZED (
    SELECT cell.measure_number, cell.subject_id, cell.value, spread.deviation, CASE
      WHEN NOT ${isNumber(sql`cell`)} THEN coalesce(cell.reason, 'BOUNDS_ONLY')
      WHEN spread.deviation IS NULL THEN 'NO_SPREAD' END AS reason
    FROM cell JOIN subject_or_city ON subject_or_city.subject_id = cell.subject_id AND subject_or_city.subject_id <> ${citySubjectId}
      AND subject_or_city.key = ${subject} LEFT JOIN spread ON spread.measure_number = cell.measure_number)`,
  sql`other_cell AS MATERIALIZED (
    SELECT cell.*, subject_cell.value AS subject_value, subject_cell.deviation FROM cell
      JOIN subject_cell ON subject_cell.measure_number = cell.measure_number AND subject_cell.subject_id <> cell.subject_id
    WHERE cell.subject_id <> ${citySubjectId} AND subject_cell.reason IS NULL)`,
  sql`missing_number AS (SELECT other_cell.measure_number, other_cell.subject_id, coalesce(other_cell.reason, 'BOUNDS_ONLY') AS reason
    FROM other_cell WHERE NOT ${isNumber(sql`other_cell`)})`,
  // That neither has any site of a kind does not make two alike.
  sql`measure_difference AS MATERIALIZED (
    SELECT other_cell.measure_number, other_cell.subject_id, other_cell.subject_value, other_cell.value AS peer_value,
      (other_cell.value - other_cell.subject_value) / other_cell.deviation AS difference,
      least(abs(other_cell.value - other_cell.subject_value) / other_cell.deviation,
        ${MAX_DIFFERENCE}::float8) AS capped_difference
    FROM other_cell JOIN requested_measure ON requested_measure.measure_number = other_cell.measure_number
    WHERE ${isNumber(sql`other_cell`)}
      AND NOT (requested_measure.counts_sites AND other_cell.value = 0 AND other_cell.subject_value = 0))`,
  sql`peer_measure AS MATERIALIZED (
    SELECT measure_difference.*, coalesce(measure_difference.capped_difference ^ 2 / nullif(sum(measure_difference.capped_difference ^ 2) OVER (PARTITION BY measure_difference.subject_id), 0), 0) AS share FROM measure_difference)`,
  sql`peer AS MATERIALIZED (
    SELECT subject_or_city.*, distances.distance FROM (
      SELECT measure_difference.subject_id, sqrt(avg(measure_difference.capped_difference ^ 2)) AS distance FROM measure_difference
      GROUP BY measure_difference.subject_id HAVING count(*) >= ${MIN_COMMON_MEASURES}) distances
    JOIN subject_or_city ON subject_or_city.subject_id = distances.subject_id
      ORDER BY distances.distance, subject_or_city.sort, subject_or_city.subject_id LIMIT ${size})`,
];

builder.queryField("peers", (t) =>
  t.field({
    type: Peers,
    description: "The most similar subjects of a set by some measures, with the distance explained.",
    args: {
      set: t.arg({ type: SubjectSet, required: true }),
      subject: t.arg.string({ required: true, description: "The subject: code of a district, slug of an area or a site." }),
      measures: t.arg({
        type: [MeasureInput],
        description: `From ${MIN_COMMON_MEASURES} to ${MAX_MEASURES}; by default densities, amounts per head, shares and the mix of sites.`,
      }),
      filter: t.arg({ type: SiteFilterInput, description: FILTER_DESCRIPTION }),
      period: t.arg.string({ description: PERIOD_DESCRIPTION }),
      asOf: t.arg(AS_OF_ARGUMENT),
      first: t.arg.int({ required: true, defaultValue: 5, description: `Number of peers; at most ${MAX_PEERS}.` }),
    },
    complexity: ({ set, measures, first, filter }) => ({
      field: PRICES.peers + countingCost(measures) + filterCost(filter),
      multiplier:
        Math.min(expectedRows(set as SetName), Math.max(first, 1)) *
        Math.min(Math.max(measures?.length ?? MAX_MEASURES, 1), MAX_MEASURES),
    }),
    resolve: async (_root, { subject, first, filter, ...args }, { database, budget }, info) => {
      const size = listSize(first, MAX_PEERS);
      const set = args.set as SetName;
      const measures = args.measures ?? profileMeasures[set].map((key) => readMeasure(key, "measures"));
      const input = { ...args, measures, set, subjects: [subject], filter: filter ?? (set === "SITE" ? {} : null) };
      const statement = await comparisonStatement(database, input, { ...argumentNames, subjects: "subject" }, budget);
      return resolveStatement(database, info, sql`SELECT 1 AS one`, {
        ...statement,
        ctes: [...statement.ctes, ...peerCtes(subject, size)],
      });
    },
  }),
);
