-- A count of sites says what it consists of: bonded zones include the parts of others, hubs the facilities behind the national ones.
DROP MATERIALIZED VIEW site_total;
CREATE MATERIALIZED VIEW site_total AS
SELECT s.kind, s.district_code, s.functional_area_id, count(*) AS count, count(s.point) AS points, sum(ST_X(s.point)) AS x, sum(ST_Y(s.point)) AS y,
  count(s.parent_id) AS parts, count(*) FILTER (WHERE h.level = 'NATIONAL') AS national_hubs
FROM site s LEFT JOIN logistics_hub h ON h.site_id = s.id GROUP BY s.kind, s.district_code, s.functional_area_id;
CREATE UNIQUE INDEX site_total_key ON site_total (kind, district_code, functional_area_id) NULLS NOT DISTINCT;
