-- Districts and functional areas have other names, as sites do.
ALTER TABLE district ADD COLUMN "aliases" TEXT[];
ALTER TABLE functional_area ADD COLUMN "aliases" TEXT[];

-- The search text of a site also depends on its industries and on where it lies. Therefore all search texts are written after the rows
-- that they are made of (server/imports/search-texts.ts); indicators, targets and industries now have one too.
ALTER TABLE site ALTER COLUMN "search_text" SET DEFAULT '';
ALTER TABLE industry ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '';
ALTER TABLE indicator ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_target ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '';
UPDATE district SET aliases = '{}';
UPDATE functional_area SET aliases = '{}';
