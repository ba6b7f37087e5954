-- Servers keep the data version in memory: each is notified when another has published.
CREATE FUNCTION notify_data_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('data_changed', '');
  RETURN NULL;
END $$;

CREATE TRIGGER data_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON change_set
  FOR EACH STATEMENT EXECUTE FUNCTION notify_data_changed();
