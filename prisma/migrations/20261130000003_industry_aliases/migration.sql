-- Industries have other names too: pharma and biomedicine are biopharmaceuticals.
ALTER TABLE industry ADD COLUMN "aliases" TEXT[];
UPDATE industry SET aliases = '{}';
