// Identifies the subject of a row of `subject_or_city`.

import { sql } from "../database/sql.ts";
import type { SchemaTypes } from "../graphql/builder.ts";
import { computedFromSql, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Subject } from "../indicators/observation.ts";
import { sortKey } from "../search/names.ts";

const subjectOf = readBySql({
  oneOf: {
    Site: (row, child) => sql`FROM site ${child} WHERE ${child}.id = ${row}.site_id`,
    District: (row, child) => sql`FROM district ${child} WHERE ${child}.code = ${row}.district_code`,
    FunctionalArea: (row, child) => sql`FROM functional_area ${child} WHERE ${child}.id = ${row}.functional_area_id`,
  },
});

/** Its key, names and subject. */
export const subjectFields = (t: PothosSchemaTypes.FieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Row>) => ({
  key: t.string({
    description: "GB/T 2260 code of a district, slug of a functional area or a site.",
    ...valueBySql((row) => sql`${row}.key`),
  }),
  nameZh: t.string({ description: "Name in Chinese.", ...valueBySql((row) => sql`${row}.name_zh`) }),
  nameEn: t.string({ description: "Name in English.", ...valueBySql((row) => sql`${row}.name_en`) }),
  namePinyin: t.string({
    description: "Pinyin of the Chinese name, tones as numbers, for sorting: 长江 is chang2 jiang1.",
    ...computedFromSql({ value: (row) => sql`${row}.name_zh` }, sortKey),
  }),
  subject: t.field({ type: Subject, description: "The subject itself.", ...subjectOf }),
});
