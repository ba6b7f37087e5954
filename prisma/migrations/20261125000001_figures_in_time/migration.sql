-- The registry of indicators, the rank of publishers, and one rule for which of several figures stands.

CREATE TYPE "publisher_kind" AS ENUM ('STATISTICS', 'GOVERNMENT', 'OPERATOR', 'PRESS', 'REFERENCE');
CREATE TYPE "indicator_frequency" AS ENUM ('MONTHLY', 'QUARTERLY', 'YEARLY', 'CENSUS', 'IRREGULAR');
CREATE TYPE "subject_kind" AS ENUM ('REGION', 'DISTRICT', 'FUNCTIONAL_AREA', 'SERVICE_TRADE_PARK', 'EXPORT_BASE', 'BONDED_ZONE', 'LOGISTICS_HUB');
CREATE TYPE "statistical_standard" AS ENUM ('EBOPS_2010', 'MOFCOM', 'CUSTOMS', 'STATISTICS_BUREAU', 'CIVIL_AVIATION', 'TRANSPORT', 'NONE');

ALTER TABLE source ADD COLUMN publisher_kind publisher_kind NOT NULL DEFAULT 'REFERENCE';
ALTER TABLE source ALTER COLUMN publisher_kind DROP DEFAULT;

ALTER TABLE indicator
  ADD COLUMN frequency indicator_frequency NOT NULL DEFAULT 'IRREGULAR',
  ADD COLUMN fits subject_kind[] NOT NULL DEFAULT '{}',
  ADD COLUMN standard statistical_standard NOT NULL DEFAULT 'NONE';
ALTER TABLE indicator
  ALTER COLUMN frequency DROP DEFAULT,
  ALTER COLUMN fits DROP DEFAULT,
  ALTER COLUMN standard DROP DEFAULT;

-- Made up by the demonstration mode, never in the atlas's own data.
ALTER TABLE observation ADD COLUMN synthetic boolean NOT NULL DEFAULT false;
CREATE INDEX observation_recorded_at ON observation (recorded_at);

-- Outcomes, with what decides which of them stands: of two figures of one subject and indicator the one with the smaller
-- precedence. What counts what happened within a period is told by a whole year before parts of one and sums over several;
-- then the newer period; official before reported before provisional before an estimate; whoever compiles a figure before
-- who passes it on; the surer; the newer release; and what was stored last.
-- Expectations and goals never stand for an outcome.
CREATE VIEW outcome AS
SELECT o.id, o.indicator_id, o.site_id, o.district_code, o.functional_area_id, o.region_code,
  o.period_kind, o.period_start, o.period_end, o.value, o.value_max, o.qualifier, o.status, o.confidence, o.synthetic,
  o.source_id, o.recorded_at, o.superseded_at, i.nature,
  extract(year FROM o.period_end)::int AS year,
  ARRAY[
    (i.nature = 'FLOW' AND o.period_kind <> 'YEAR')::int,
    -coalesce(o.period_end - DATE '0001-01-01', -1),
    array_position(enum_range(NULL::observation_status), o.status),
    array_position(enum_range(NULL::publisher_kind), s.publisher_kind),
    array_position(enum_range(NULL::confidence), o.confidence),
    -- A release is known to the year, the month or the day.
    -coalesce(rpad(replace(s.published_on, '-', ''), 8, '0')::bigint, 0),
    -o.id
  ]::bigint[] AS precedence
FROM observation o
JOIN indicator i ON i.id = o.indicator_id
JOIN source s ON s.id = o.source_id
WHERE o.status NOT IN ('EXPECTED', 'TARGET');

-- What stands for "latest" today, made anew with every published change, so that no reader computes it.
DROP MATERIALIZED VIEW latest_figure;
CREATE MATERIALIZED VIEW latest_figure AS
SELECT DISTINCT ON (f.site_id, f.district_code, f.functional_area_id, f.region_code, f.indicator_id)
  f.id AS observation_id, f.site_id, f.district_code, f.functional_area_id, f.region_code, f.indicator_id, f.value, f.period_end
FROM outcome f
WHERE f.superseded_at IS NULL
ORDER BY f.site_id, f.district_code, f.functional_area_id, f.region_code, f.indicator_id, f.precedence;

CREATE UNIQUE INDEX latest_figure_observation ON latest_figure (observation_id);
CREATE INDEX latest_figure_site ON latest_figure (site_id, indicator_id) WHERE site_id IS NOT NULL;
CREATE INDEX latest_figure_district ON latest_figure (district_code, indicator_id) WHERE district_code IS NOT NULL;
CREATE INDEX latest_figure_area ON latest_figure (functional_area_id, indicator_id) WHERE functional_area_id IS NOT NULL;
CREATE INDEX latest_figure_value ON latest_figure (indicator_id, value);
