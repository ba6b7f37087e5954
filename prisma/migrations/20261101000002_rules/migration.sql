-- What must never be false, whoever writes.

-- Geometry is valid, is not empty and lies in China (WGS-84): swapped or projected coordinates do not get in.
CREATE FUNCTION lies_in_china(shape geometry) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ST_IsValid(shape) AND NOT ST_IsEmpty(shape) AND ST_CoveredBy(shape, ST_MakeEnvelope(73, 3, 136, 54, 4326));

ALTER TABLE site
  ADD CONSTRAINT site_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT site_point_place CHECK (lies_in_china(point)),
  ADD CONSTRAINT site_boundary_place CHECK (lies_in_china(boundary)),
  -- A point never stands without how exact and how sure it is.
  ADD CONSTRAINT site_point_accuracy CHECK (num_nonnulls(point, point_accuracy_m, point_confidence) IN (0, 3)),
  ADD CONSTRAINT site_accuracy_positive CHECK (point_accuracy_m > 0),
  ADD CONSTRAINT site_not_its_own_part CHECK (parent_id <> id),
  ADD CONSTRAINT site_named CHECK (name_zh <> '' AND name_en <> '');

ALTER TABLE district
  ADD CONSTRAINT district_code_form CHECK (code ~ '^[0-9]{6}$'),
  ADD CONSTRAINT district_area_positive CHECK (area_km2 > 0),
  ADD CONSTRAINT district_boundary_place CHECK (lies_in_china(boundary)),
  ADD CONSTRAINT district_label_place CHECK (lies_in_china(label)),
  ADD CONSTRAINT district_seat_place CHECK (lies_in_china(seat));

ALTER TABLE functional_area
  ADD CONSTRAINT functional_area_label_place CHECK (lies_in_china(label));

ALTER TABLE logistics_hub
  -- A national hub has a type; infrastructure says what it is.
  ADD CONSTRAINT logistics_hub_told_apart CHECK (CASE level WHEN 'NATIONAL' THEN hub_type IS NOT NULL ELSE facility IS NOT NULL END);

ALTER TABLE observation
  ADD CONSTRAINT observation_one_subject CHECK (num_nonnulls(site_id, district_code, functional_area_id, region_code) = 1),
  ADD CONSTRAINT observation_period CHECK (
    CASE period_kind WHEN 'UNDATED' THEN num_nonnulls(period_start, period_end) = 0 ELSE period_start <= period_end END),
  ADD CONSTRAINT observation_range CHECK ((qualifier = 'RANGE') = (value_max IS NOT NULL) AND value_max >= value),
  ADD CONSTRAINT observation_published CHECK (published <> ''),
  ADD CONSTRAINT observation_superseded_later CHECK (superseded_at >= recorded_at);

-- One source says one thing about one period: the same figure is never stored twice, and what it replaces is kept.
CREATE UNIQUE INDEX observation_current ON observation
  (indicator_id, site_id, district_code, functional_area_id, region_code, period_kind, period_start, period_end, status, source_id, value)
  NULLS NOT DISTINCT WHERE superseded_at IS NULL;

ALTER TABLE plan_target
  ADD CONSTRAINT plan_target_number CHECK ((comparator = 'FORERUNNER') = (value IS NULL));

-- Distances are geodesic, so the nearest-neighbour index is on geography; text search is by trigram.
CREATE INDEX site_point_geography ON site USING gist ((point::geography));
CREATE INDEX site_search ON site USING gin (search_text gin_trgm_ops);

-- The figure that stands for "latest": made anew with every published change, so no reader computes it.
-- A single whole year goes before parts of one and before sums over several where the indicator counts what happened within a period; then the newer
-- period; then official before reported before provisional before estimate; then the surer; then the newer release.
-- Expectations and goals are never the latest figure.
CREATE MATERIALIZED VIEW latest_figure AS
SELECT DISTINCT ON (o.site_id, o.district_code, o.functional_area_id, o.region_code, o.indicator_id)
  o.id AS observation_id, o.site_id, o.district_code, o.functional_area_id, o.region_code, o.indicator_id, o.value, o.period_end
FROM observation o
JOIN indicator i ON i.id = o.indicator_id
JOIN source s ON s.id = o.source_id
WHERE o.superseded_at IS NULL AND o.status NOT IN ('EXPECTED', 'TARGET')
ORDER BY o.site_id, o.district_code, o.functional_area_id, o.region_code, o.indicator_id,
  (i.nature = 'FLOW' AND o.period_kind <> 'YEAR'),
  o.period_end DESC NULLS LAST, o.status, o.confidence, s.published_on DESC NULLS LAST, o.id DESC;

CREATE UNIQUE INDEX latest_figure_observation ON latest_figure (observation_id);
CREATE INDEX latest_figure_site ON latest_figure (site_id, indicator_id) WHERE site_id IS NOT NULL;
CREATE INDEX latest_figure_district ON latest_figure (district_code, indicator_id) WHERE district_code IS NOT NULL;
CREATE INDEX latest_figure_value ON latest_figure (indicator_id, value);
