-- The demonstration: made-up figures where none are known, in a database of its own. The mark stands in the database itself, so
-- that no program and no way of writing can mix the two.

ALTER TYPE "change_origin" ADD VALUE 'DEMO';

-- One row, written by the first start on this database and never changed.
CREATE TABLE atlas_mode (
    "single" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL,

    CONSTRAINT "atlas_mode_pkey" PRIMARY KEY ("single"),
    CONSTRAINT atlas_mode_single CHECK ("single")
);

-- What has been published before there was a demonstration is the atlas's own data.
INSERT INTO atlas_mode (demo) SELECT false WHERE EXISTS (SELECT FROM change_set);

CREATE FUNCTION keep_atlas_mode() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a database is for is never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'atlas_mode_kept';
END $$;
CREATE TRIGGER atlas_mode_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON atlas_mode EXECUTE FUNCTION keep_atlas_mode();

CREATE FUNCTION refuse_demo_over_data() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM change_set) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'this database holds data already' USING ERRCODE = 'check_violation', CONSTRAINT = 'atlas_mode_before_data';
END $$;
CREATE TRIGGER atlas_mode_before_data AFTER INSERT ON atlas_mode FOR EACH ROW WHEN (NEW.demo) EXECUTE FUNCTION refuse_demo_over_data();

-- A made-up figure says so in every column that tells how sure a figure is, and rests on the one source that is no publication.
ALTER TABLE observation
  ADD CONSTRAINT observation_synthetic_source CHECK (synthetic = (source_id = 'demo')),
  ADD CONSTRAINT observation_synthetic_unsure CHECK (NOT synthetic OR (status = 'ESTIMATE' AND confidence = 'LOW'));

CREATE FUNCTION refuse_synthetic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM atlas_mode WHERE demo) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'made-up figures belong to a demonstration database' USING ERRCODE = 'check_violation', CONSTRAINT = 'observation_synthetic_only_in_demo';
END $$;
CREATE TRIGGER observation_synthetic_only_in_demo BEFORE INSERT OR UPDATE ON observation
  FOR EACH ROW WHEN (NEW.synthetic) EXECUTE FUNCTION refuse_synthetic();
