import type { Dataset } from "./dataset.ts";
import { type FileTable, linkTable } from "./file-table.ts";
import type { SiteIds } from "./site-tables.ts";

/** The notes on conflicts and gaps, and the breaks in series that they describe. */
export function noteTables({ notes, seriesBreaks }: Dataset, siteIds: SiteIds): FileTable[] {
  return [
    {
      ...{ model: "DataNote", key: ["id"], partTable: { model: "DataNoteSource", column: "note_id" } },
      rows: notes.map(({ sources: _sources, ...note }) => note),
    },
    linkTable(
      { model: "DataNoteSource", columns: ["note_id", "source_id"] },
      notes,
      (note) => note.id,
      (note) => note.sources,
    ),
    { model: "SeriesBreak", key: ["note_id", "position"], rows: breakRows(seriesBreaks, siteIds) },
  ];
}

function breakRows(breaks: Dataset["seriesBreaks"], siteIds: SiteIds) {
  const count = new Map<string, number>();
  return breaks.flatMap(({ note, indicator, subjects, from }) =>
    subjects.map((subject) => {
      const position = count.get(note) ?? 0;
      count.set(note, position + 1);
      return { note_id: note, position, indicator_id: indicator, ...subjectColumns(subject, siteIds), starts_on: from };
    }),
  );
}

function subjectColumns(subject: string, siteIds: SiteIds) {
  const [kind = "", key = ""] = subject.split(":");
  const keyIfKind = (expectedKind: string) => (kind === expectedKind ? key : null);
  return {
    ...{ site_id: siteIds.get(keyIfKind("site") ?? "") ?? null, district_code: keyIfKind("district") },
    ...{ functional_area_id: keyIfKind("area"), region_code: keyIfKind("region") },
  };
}

/** The plan's themes, tasks, commitments, targets and what measures these. */
export function planTables(plan: Dataset["plan"], siteIds: SiteIds): FileTable[] {
  const themes = plan.themes.map(({ id, titleZh, titleEn }, position) => ({
    id,
    position,
    title_zh: titleZh,
    title_en: titleEn,
  }));
  const tasks = plan.tasks.map(({ number, theme, titleZh, titleEn, siteKinds }) => ({
    ...{ number, theme_id: theme, title_zh: titleZh, title_en: titleEn, site_kinds: siteKinds },
  }));
  const commitments = plan.tasks.flatMap((task) =>
    task.commitments.map(({ textZh, textEn, siteKinds }) => ({
      ...{ task_number: task.number, text_zh: textZh, text_en: textEn, site_kinds: siteKinds },
    })),
  );
  return [
    { model: "PlanTheme", key: ["id"], rows: themes },
    { model: "PlanTask", key: ["number"], rows: tasks },
    { model: "PlanCommitment", key: ["id"], rows: commitments.map((commitment, index) => ({ id: index + 1, ...commitment })) },
    { model: "PlanTarget", key: ["id"], rows: targetRows(plan), partTable: { model: "TargetMeasure", column: "target_id" } },
    { model: "TargetMeasure", key: ["target_id", "position"], rows: measureRows(plan, siteIds) },
  ];
}

const targetRows = ({ source, horizon, baseYear, statusQuoDate, targets }: Dataset["plan"]) =>
  targets.map((target, position) => ({
    ...{ id: target.id, theme_id: target.theme, task_number: target.task, position, source_id: source },
    ...{ name_zh: target.nameZh, name_en: target.nameEn, site_kinds: target.siteKinds, designations: target.designations },
    ...{ basis: target.basis, comparator: target.comparator, value: target.value, unit_id: target.unit },
    ...{ horizon, base_year: target.baseYear ?? baseYear, status_quo_date: statusQuoDate, aspirational: target.aspirational },
    ...{
      data_holder_zh: target.dataHolderZh,
      data_holder_en: target.dataHolderEn,
      note_zh: target.noteZh,
      note_en: target.noteEn,
    },
  }));

const measureRows = ({ targets }: Dataset["plan"], siteIds: SiteIds) =>
  targets.flatMap(({ id, measures }) =>
    measures.map(({ role, indicator, subject, noteZh, noteEn }, position) => ({
      ...{ target_id: id, position, role, indicator_id: indicator, ...subjectColumns(subject, siteIds) },
      ...{ note_zh: noteZh, note_en: noteEn },
    })),
  );
