import type { Dataset } from "./dataset.ts";
import { links, type Transaction, upsert } from "./upsert.ts";

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
export async function publishPlan(tx: Transaction, { source, horizon, themes, tasks, targets }: Dataset["plan"]): Promise<void> {
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
  const rows = targets.map(
    ({ id, theme, task, nameZh, nameEn, basis, comparator, value, unit, hedged, siteKinds, indicator }, position) => ({
      ...{
        id,
        theme_id: theme,
        task_number: task,
        position,
        name_zh: nameZh,
        name_en: nameEn,
        basis,
        comparator,
        value,
        unit_id: unit,
      },
      ...{ horizon, hedged, site_kinds: siteKinds, indicator_id: indicator, source_id: source },
    }),
  );
  await upsert(tx, "PlanTarget", ["id"], rows);
}
