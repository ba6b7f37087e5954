-- What measures each target, from which year it counts, and who could give what is missing.

CREATE TYPE "measure_role" AS ENUM ('MEASURES', 'OTHER_COUNT', 'NARROWER', 'WIDER', 'RELATED');

-- The plan is told anew with every publication of the files, so what stands here for old rows stands only until then.
ALTER TABLE plan_target
  DROP COLUMN indicator_id,
  ADD COLUMN base_year int NOT NULL DEFAULT 2024,
  ADD COLUMN outset date NOT NULL DEFAULT '2025-12-31',
  ADD COLUMN designations park_designation[],
  ADD COLUMN asked_zh text NOT NULL DEFAULT '?',
  ADD COLUMN asked_en text NOT NULL DEFAULT '?',
  ADD COLUMN note_zh text,
  ADD COLUMN note_en text;
ALTER TABLE plan_target
  ALTER COLUMN base_year DROP DEFAULT,
  ALTER COLUMN outset DROP DEFAULT,
  ALTER COLUMN asked_zh DROP DEFAULT,
  ALTER COLUMN asked_en DROP DEFAULT,
  ADD CONSTRAINT plan_target_years CHECK (base_year < horizon);

CREATE TABLE target_measure (
  target_id text NOT NULL REFERENCES plan_target (id) ON UPDATE CASCADE ON DELETE CASCADE,
  position int NOT NULL,
  role measure_role NOT NULL,
  indicator_id text NOT NULL REFERENCES indicator (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  site_id int REFERENCES site (id) ON UPDATE CASCADE ON DELETE SET NULL,
  district_code text REFERENCES district (code) ON UPDATE CASCADE ON DELETE SET NULL,
  functional_area_id text REFERENCES functional_area (id) ON UPDATE CASCADE ON DELETE SET NULL,
  region_code text REFERENCES region (code) ON UPDATE CASCADE ON DELETE SET NULL,
  note_zh text,
  note_en text,
  PRIMARY KEY (target_id, position),
  CONSTRAINT target_measure_one_subject CHECK (num_nonnulls(site_id, district_code, functional_area_id, region_code) = 1)
);
-- One thing decides the state of a target.
CREATE UNIQUE INDEX target_measure_decides ON target_measure (target_id) WHERE role = 'MEASURES';
