-- Totals over all sites, made anew with every published change, so that no reader counts all sites and figures. A total of several rows
-- is their sum: figures are added only where they are alike in all that decides what may be added, so that bounds stay bounds.

CREATE MATERIALIZED VIEW site_total AS
SELECT s.kind, s.district_code, s.functional_area_id, count(*) AS count, count(s.point) AS points, sum(ST_X(s.point)) AS x, sum(ST_Y(s.point)) AS y
FROM site s GROUP BY s.kind, s.district_code, s.functional_area_id;
CREATE UNIQUE INDEX site_total_key ON site_total (kind, district_code, functional_area_id) NULLS NOT DISTINCT;

-- Of the latest figures. What is left out of a sum, because it is part of another figure, is still in it.
CREATE MATERIALIZED VIEW figure_total AS
SELECT s.kind, s.district_code, s.functional_area_id, f.indicator_id, o.qualifier, o.synthetic, o.period_kind, o.period_start, o.period_end,
  count(*) AS count, sum(o.value) AS low, sum(coalesce(o.value_max, o.value)) AS high
FROM latest_figure f JOIN site s ON s.id = f.site_id JOIN observation o ON o.id = f.observation_id
GROUP BY s.kind, s.district_code, s.functional_area_id, f.indicator_id, o.qualifier, o.synthetic, o.period_kind, o.period_start, o.period_end;
CREATE UNIQUE INDEX figure_total_key ON figure_total
  (indicator_id, kind, district_code, functional_area_id, qualifier, synthetic, period_kind, period_start, period_end) NULLS NOT DISTINCT;

-- Parts of sites are few, and are looked for among all sites.
CREATE INDEX "site_parent_id_idx" ON "site"("parent_id");

-- Concurrently: otherwise this waits for every reader, and every new reader for this.
CREATE FUNCTION refresh_totals() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  REFRESH MATERIALIZED VIEW CONCURRENTLY latest_figure;
  REFRESH MATERIALIZED VIEW CONCURRENTLY site_total;
  REFRESH MATERIALIZED VIEW CONCURRENTLY figure_total;
END $$;
