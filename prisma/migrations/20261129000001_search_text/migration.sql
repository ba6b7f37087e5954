-- Districts and functional areas are found by their names as sites are.
ALTER TABLE district ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '';
ALTER TABLE functional_area ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '';

-- By which version of its rules the program last made all search texts (server/imports/search-texts.ts): one row.
CREATE TABLE search_text_version (
    "single" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL,

    CONSTRAINT "search_text_version_pkey" PRIMARY KEY ("single"),
    CONSTRAINT search_text_version_single CHECK ("single")
);
INSERT INTO search_text_version (version) VALUES (0);
