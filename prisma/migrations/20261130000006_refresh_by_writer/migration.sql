-- Only the owner of a materialized view may refresh it. Who publishes need not be the owner, but may do this.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION refresh_totals() SECURITY DEFINER SET search_path = %I, pg_temp', current_schema());
END $$;
REVOKE EXECUTE ON FUNCTION refresh_totals() FROM PUBLIC;
