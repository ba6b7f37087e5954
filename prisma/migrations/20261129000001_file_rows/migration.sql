-- What the data files last published, row by row, so that a later edition of the files is published as what differs from it: a row
-- that somebody else has changed since then is recognised, and stays.
CREATE TABLE file_row (
    "model" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "row" JSONB NOT NULL,

    CONSTRAINT "file_row_pkey" PRIMARY KEY ("model", "key")
);

-- Whether a row of a table, as JSON, holds what a row of the files says; columns that one of them does not have do not count.
CREATE FUNCTION agrees(stored jsonb, published jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT NOT EXISTS (SELECT FROM jsonb_each(published) p WHERE stored ? p.key AND stored -> p.key IS DISTINCT FROM p.value)
$$;
