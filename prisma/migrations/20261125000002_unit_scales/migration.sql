-- In multiples of what people tell the numbers of a unit: 亿元, 万人次, million. Values stay unscaled.
ALTER TABLE unit
  ADD COLUMN scale_zh int NOT NULL DEFAULT 1,
  ADD COLUMN scale_en int NOT NULL DEFAULT 1,
  ADD CONSTRAINT unit_scale CHECK (scale_zh > 0 AND scale_en > 0);
