import type { Dataset } from "./dataset.ts";
import { links, over, type Transaction, upsert } from "./upsert.ts";

/** Stores the notes on conflicts and gaps. */
export async function publishNotes(tx: Transaction, { notes }: Dataset): Promise<void> {
  await upsert(
    tx,
    "DataNote",
    ["id"],
    notes.map(({ sources: _sources, ...note }) => note),
  );
  const entries = links(
    notes,
    (note) => note.id,
    (note) => note.sources,
  );
  await upsert(
    tx,
    "DataNoteSource",
    ["note_id", "source_id"],
    entries.map(({ key, entry }) => ({ note_id: key, source_id: entry })),
  );
}

/** Stores the plan's themes, tasks, commitments and targets. */
export async function publishPlan(tx: Transaction, plan: Dataset["plan"]): Promise<void> {
  const { themes, tasks } = plan;
  await upsert(
    tx,
    "PlanTheme",
    ["id"],
    themes.map(({ id, titleZh, titleEn }, position) => ({ id, position, title_zh: titleZh, title_en: titleEn })),
  );
  await upsert(
    tx,
    "PlanTask",
    ["number"],
    tasks.map(({ number, theme, titleZh, titleEn, siteKinds }) => ({
      number,
      theme_id: theme,
      title_zh: titleZh,
      title_en: titleEn,
      site_kinds: siteKinds,
    })),
  );
  const commitments = tasks.flatMap(({ number, commitments: entries }) =>
    entries.map((entry) => ({ task_number: number, text_zh: entry.textZh, text_en: entry.textEn, site_kinds: entry.siteKinds })),
  );
  await upsert(
    tx,
    "PlanCommitment",
    ["id"],
    commitments.map((commitment, index) => ({ id: index + 1, ...commitment })),
  );
  await upsert(tx, "PlanTarget", ["id"], targetRows(plan));
  await over(tx, MEASURES, measureRows(plan));
}

const targetRows = ({ source, horizon, baseYear, outset, targets }: Dataset["plan"]) =>
  targets.map((target, position) => ({
    ...{ id: target.id, theme_id: target.theme, task_number: target.task, position, source_id: source },
    ...{ name_zh: target.nameZh, name_en: target.nameEn, site_kinds: target.siteKinds, designations: target.designations },
    ...{ basis: target.basis, comparator: target.comparator, value: target.value, unit_id: target.unit },
    ...{ horizon, base_year: target.baseYear ?? baseYear, outset, hedged: target.hedged },
    ...{ asked_zh: target.dataHolderZh, asked_en: target.dataHolderEn, note_zh: target.noteZh, note_en: target.noteEn },
  }));

// Subjects are given by their own keys, as with figures; a site's slug becomes its id.
const MEASURES = `INSERT INTO target_measure (target_id, position, role, indicator_id, site_id, district_code, functional_area_id, region_code,
    note_zh, note_en)
  SELECT g.target_id, g.position, g.role, g.indicator_id, s.id, g.district, g.area, g.region, g.note_zh, g.note_en
  FROM jsonb_to_recordset($1::jsonb) g(target_id text, position int, role measure_role, indicator_id text, site text, district text, area text,
    region text, note_zh text, note_en text) LEFT JOIN site s ON s.slug = g.site`;

const measureRows = ({ targets }: Dataset["plan"]) =>
  targets.flatMap(({ id, measures }) =>
    measures.map(({ role, indicator, subject, noteZh, noteEn }, position) => {
      const [kind = "", key = ""] = subject.split(":");
      return { target_id: id, position, role, indicator_id: indicator, [kind]: key, note_zh: noteZh, note_en: noteEn };
    }),
  );
