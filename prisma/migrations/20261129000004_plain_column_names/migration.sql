-- Plain names for three columns. The copy of the last published rows gets the same names: otherwise every row would count as changed
-- by somebody else.
ALTER TABLE indicator RENAME COLUMN fits TO applies_to;
ALTER TABLE plan_target RENAME COLUMN outset TO status_quo_date;
ALTER TABLE plan_target RENAME COLUMN hedged TO aspirational;

UPDATE file_row SET row = row - 'fits' || jsonb_build_object('applies_to', row -> 'fits')
WHERE model = 'Indicator' AND row ? 'fits';
UPDATE file_row SET row = row - ARRAY['outset', 'hedged']
  || jsonb_build_object('status_quo_date', row -> 'outset', 'aspirational', row -> 'hedged')
WHERE model = 'PlanTarget' AND row ?& ARRAY['outset', 'hedged'];
