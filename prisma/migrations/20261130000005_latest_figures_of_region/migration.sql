-- A comparison reads the figures of its subjects and of the city: without this, all figures are searched for those of the city.
CREATE INDEX latest_figure_region ON latest_figure (region_code, indicator_id) WHERE region_code IS NOT NULL;
