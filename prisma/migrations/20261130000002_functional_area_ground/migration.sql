-- No boundary of a functional area is published, but the ground of one that is coextensive with a district is known.
ALTER TABLE functional_area
  ADD COLUMN coextensive_district_code TEXT,
  ADD CONSTRAINT functional_area_coextensive_district_code_fkey FOREIGN KEY (coextensive_district_code) REFERENCES district (code);
