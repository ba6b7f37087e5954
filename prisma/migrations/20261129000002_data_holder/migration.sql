-- Plain names for the body that could provide a missing figure. The copy of the last published rows gets the same names: otherwise
-- every target would count as changed by somebody else.
ALTER TABLE plan_target RENAME COLUMN asked_zh TO data_holder_zh;
ALTER TABLE plan_target RENAME COLUMN asked_en TO data_holder_en;

UPDATE file_row SET row = row - ARRAY['asked_zh', 'asked_en']
  || jsonb_build_object('data_holder_zh', row -> 'asked_zh', 'data_holder_en', row -> 'asked_en')
WHERE model = 'PlanTarget' AND row ?& ARRAY['asked_zh', 'asked_en'];
