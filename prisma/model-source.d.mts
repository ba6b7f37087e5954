/** The tables and enums of the data model, as Prisma describes them (DMMF). */
export interface DataModel {
  models: readonly object[];
  enums: readonly object[];
}
export function modelSource(datamodel: DataModel): string;
export function valuesSource(datamodel: DataModel): string;
