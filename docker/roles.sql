-- The roles of the atlas, each with the rights that its work needs and no others. Run it as a superuser in the database of the atlas,
-- before its first start or at any time later (it changes nothing the second time):
--   psql -v ON_ERROR_STOP=1 -v password=choose-one -d atlas -f docker/roles.sql
-- atlas_owner   owns the tables and applies migrations   DATABASE_OWNER_URL
-- atlas_writer  publishes                                DATABASE_WRITE_URL
-- atlas_reader  answers readers                          DATABASE_URL

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

SELECT format('CREATE ROLE %I', name) FROM unnest(ARRAY['atlas_owner', 'atlas_writer', 'atlas_reader']) name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
SELECT format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD %L', name, :'password')
FROM unnest(ARRAY['atlas_owner', 'atlas_writer', 'atlas_reader']) name \gexec
ALTER ROLE atlas_reader SET default_transaction_read_only = on;

REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO atlas_owner, atlas_writer, atlas_reader;
-- For what a materialized view is refreshed through.
GRANT TEMPORARY ON DATABASE :"DBNAME" TO atlas_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO atlas_owner;
GRANT USAGE ON SCHEMA public TO atlas_writer, atlas_reader;

-- What migrations will create.
ALTER DEFAULT PRIVILEGES FOR ROLE atlas_owner IN SCHEMA public GRANT SELECT ON TABLES TO atlas_reader, atlas_writer;
ALTER DEFAULT PRIVILEGES FOR ROLE atlas_owner IN SCHEMA public GRANT INSERT, UPDATE, DELETE ON TABLES TO atlas_writer;
ALTER DEFAULT PRIVILEGES FOR ROLE atlas_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO atlas_writer;
ALTER DEFAULT PRIVILEGES FOR ROLE atlas_owner IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO atlas_writer;

-- What is there already, from a start with one role for everything. Extensions keep theirs.
CREATE TEMPORARY VIEW own_object AS
SELECT format('%s %s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, c.oid::regclass) AS name,
  'pg_class'::regclass AS class, c.oid
FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'v')
UNION ALL
SELECT format('TYPE %s', t.oid::regtype), 'pg_type'::regclass, t.oid
FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
UNION ALL
SELECT format('FUNCTION %s', p.oid::regprocedure), 'pg_proc'::regclass, p.oid
FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f';

SELECT format('ALTER %s OWNER TO atlas_owner', o.name) FROM own_object o
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e') \gexec

SELECT format('GRANT SELECT ON %s TO atlas_reader, atlas_writer', c.oid::regclass) FROM pg_class c
WHERE c.relowner = 'atlas_owner'::regrole AND c.relkind IN ('r', 'p', 'm', 'v') \gexec
SELECT format('GRANT INSERT, UPDATE, DELETE ON %s TO atlas_writer', c.oid::regclass) FROM pg_class c
WHERE c.relowner = 'atlas_owner'::regrole AND c.relkind IN ('r', 'p') \gexec
SELECT format('GRANT USAGE ON SEQUENCE %s TO atlas_writer', c.oid::regclass) FROM pg_class c
WHERE c.relowner = 'atlas_owner'::regrole AND c.relkind = 'S' \gexec
SELECT format('GRANT EXECUTE ON FUNCTION %s TO atlas_writer', p.oid::regprocedure) FROM pg_proc p
WHERE p.proowner = 'atlas_owner'::regrole AND p.prosecdef \gexec
