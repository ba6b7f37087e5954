-- What a change set brought and what it took away is counted for the list of changes: without reading every figure.
CREATE INDEX observation_change_set ON observation (change_set_id);
CREATE INDEX observation_superseded_at ON observation (superseded_at) WHERE superseded_at IS NOT NULL;
