-- Breaks in series as data: nothing is computed or joined by a line across them.
CREATE TABLE series_break (
    "note_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "indicator_id" TEXT NOT NULL,
    "site_id" INTEGER,
    "district_code" TEXT,
    "functional_area_id" TEXT,
    "region_code" TEXT,
    "starts_on" DATE NOT NULL,

    CONSTRAINT "series_break_pkey" PRIMARY KEY ("note_id", "position"),
    CONSTRAINT "series_break_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES data_note ("id"),
    CONSTRAINT "series_break_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES indicator ("id"),
    CONSTRAINT "series_break_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES site ("id"),
    CONSTRAINT "series_break_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES district ("code"),
    CONSTRAINT "series_break_functional_area_id_fkey" FOREIGN KEY ("functional_area_id") REFERENCES functional_area ("id"),
    CONSTRAINT "series_break_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES region ("code"),
    CONSTRAINT "series_break_one_subject" CHECK (num_nonnulls(site_id, district_code, functional_area_id, region_code) = 1)
);

CREATE INDEX series_break_indicator_id_idx ON series_break ("indicator_id");
