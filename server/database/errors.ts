import { defineErrors } from "../core/errors.ts";

export const databaseErrors = defineErrors({
  DATA_FOLDER_LOCKED: {
    status: 500,
    en: "The data folder {folder} is in use by process {pid}. Stop that process or set DATA_DIR to another folder.",
    zh: "数据目录 {folder} 正被进程 {pid} 使用。请停止该进程，或将 DATA_DIR 设为其他目录。",
  },
  DATA_FOLDER_LOST: {
    status: 500,
    en: "Another process took over the data folder {folder} while this one was suspended. This process stops now; all data that it had confirmed is stored. Set DATA_DIR to another folder if both are to run.",
    zh: "本进程暂停期间，数据目录 {folder} 已被另一进程接管。本进程就此结束，已确认的数据均已保存。如需同时运行两个进程，请将 DATA_DIR 设为其他目录。",
  },
  DATA_FOLDER_UNUSABLE: {
    status: 500,
    en: "The data folder {folder} cannot be used: {reason}. Set DATA_DIR to a folder that can be written.",
    zh: "数据目录 {folder} 无法使用：{reason}。请将 DATA_DIR 设为可写的目录。",
  },
  DATABASE_REFUSED: {
    status: 503,
    en: "PostgreSQL at {place} refuses the user or password. Correct {setting}.",
    zh: "{place} 的 PostgreSQL 拒绝该用户名或密码。请更正 {setting}。",
  },
  DATABASE_MISSING: {
    status: 503,
    en: "There is no database {name} at {place}. Create it (createdb {name}) or correct {setting}.",
    zh: "{place} 上没有数据库 {name}。请创建（createdb {name}）或更正 {setting}。",
  },
  DATABASE_TOO_OLD: {
    status: 503,
    en: "PostgreSQL {version} is too old: the atlas needs 15 or newer.",
    zh: "PostgreSQL {version} 版本过低：需要 15 或更高版本。",
  },
  DATABASE_WITHOUT_POSTGIS: {
    status: 503,
    en: "PostGIS 3.3 or newer is not installed on this PostgreSQL server. Install it (Debian: postgresql-15-postgis-3).",
    zh: "该 PostgreSQL 服务器未安装 PostGIS 3.3 或更高版本。请先安装（Debian：postgresql-15-postgis-3）。",
  },
  DATABASE_WITHOUT_RIGHTS: {
    status: 503,
    en: "The database user lacks the necessary rights: {reason}. Have a superuser run docker/roles.sql in this database (see docs/operations.md), or CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; and grant CREATE on the schema public.",
    zh: "数据库用户权限不足：{reason}。请由超级用户在该数据库中执行 docker/roles.sql（见 docs/operations.md），或执行 CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; 并授予 public 模式的 CREATE 权限。",
  },
  DATABASE_OF_OTHERS: {
    status: 500,
    en: "The database at {place} has tables of another program ({tables}); nothing in it was changed. Create an empty database for the atlas (createdb atlas) and name it in DATABASE_URL.",
    zh: "{place} 的数据库中有其他程序的表（{tables}），未作任何改动。请为本平台新建一个空数据库（createdb atlas），并在 DATABASE_URL 中指定。",
  },
  MIGRATION_CHANGED: {
    status: 500,
    en: "The migration {name} is not the one this database was built with. Restore the file or start from an empty database.",
    zh: "迁移 {name} 与建立该数据库时所用的不一致。请恢复该文件，或使用空数据库重新开始。",
  },
  DEMO_OVER_REAL_DATA: {
    status: 500,
    en: "The demonstration cannot use the database at {place}: it contains real data, which must not be mixed with synthetic figures. Use a separate empty database, or start without --demo.",
    zh: "演示模式不能使用 {place} 的数据库：其中是真实数据，虚构数字不得与之混存。请为演示另备一个空数据库，或不带 --demo 启动。",
  },
  DEMO_DATABASE: {
    status: 500,
    en: "The database at {place} is a demonstration with synthetic figures and cannot be used for real data. Use another one (DATABASE_URL, DATA_DIR), or start with --demo.",
    zh: "{place} 的数据库为演示数据库，含虚构数字，不能作为正式数据打开。请另指定数据库（DATABASE_URL、DATA_DIR），或带 --demo 启动。",
  },
});
