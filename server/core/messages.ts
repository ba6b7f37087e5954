/** Everything that can go wrong on purpose: what is wrong, where, and what to do, in both languages. {name} is filled in. */
export const messages = {
  CONFIG_INVALID: {
    status: 500,
    en: "The setting {name} cannot be {value}. Correct it or leave it unset.",
    zh: "配置项 {name} 不能为 {value}。请更正或取消该设置。",
  },
  PORT_TAKEN: {
    status: 500,
    en: "Port {port} is in use. Stop the other program or set PORT to another number.",
    zh: "端口 {port} 已被占用。请停止占用它的程序，或将 PORT 设为其他端口。",
  },
  PAGE_NOT_BUILT: {
    status: 500,
    en: "The page could not be built; the reason stands above. Mend it and start again.",
    zh: "页面构建失败，原因见上。请修复后重新启动。",
  },
  DATA_FOLDER_LOCKED: {
    status: 500,
    en: "The data folder {folder} is in use by process {pid}. Stop that process or set DATA_DIR to another folder.",
    zh: "数据目录 {folder} 正被进程 {pid} 使用。请停止该进程，或将 DATA_DIR 设为其他目录。",
  },
  DATA_FOLDER_UNUSABLE: {
    status: 500,
    en: "The data folder {folder} cannot be used: {reason}. Set DATA_DIR to a folder that can be written.",
    zh: "数据目录 {folder} 无法使用：{reason}。请将 DATA_DIR 设为可写的目录。",
  },
  DATABASE_UNREACHABLE: {
    status: 503,
    en: "No PostgreSQL answers at {place}. Check that it runs and that DATABASE_URL is right.",
    zh: "{place} 没有 PostgreSQL 响应。请确认数据库已启动且 DATABASE_URL 正确。",
  },
  DATABASE_REFUSED: {
    status: 503,
    en: "PostgreSQL at {place} refuses the user or password. Correct DATABASE_URL.",
    zh: "{place} 的 PostgreSQL 拒绝该用户名或密码。请更正 DATABASE_URL。",
  },
  DATABASE_MISSING: {
    status: 503,
    en: "There is no database {name} at {place}. Create it (createdb {name}) or correct DATABASE_URL.",
    zh: "{place} 上没有数据库 {name}。请创建（createdb {name}）或更正 DATABASE_URL。",
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
    en: "The database user may not do this: {reason}. Let the owner run CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; and grant CREATE on the schema public.",
    zh: "数据库用户权限不足：{reason}。请由所有者执行 CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; 并授予 public 模式的 CREATE 权限。",
  },
  MIGRATION_CHANGED: {
    status: 500,
    en: "The migration {name} is not the one this database was built with. Restore the file or start from an empty database.",
    zh: "迁移 {name} 与建立该数据库时所用的不一致。请恢复该文件，或使用空数据库重新开始。",
  },
  DEMO_OVER_REAL_DATA: {
    status: 500,
    en: "The demonstration cannot run on the database at {place}: it holds the atlas's own data, and made-up figures never stand among these. Give it an empty database of its own, or start without --demo.",
    zh: "演示模式不能使用 {place} 的数据库：其中是真实数据，虚构数字不得与之混存。请为演示另备一个空数据库，或不带 --demo 启动。",
  },
  DEMO_DATABASE: {
    status: 500,
    en: "The database at {place} is a demonstration with made-up figures; the atlas itself does not open it. Name another one (DATABASE_URL, DATA_DIR), or start with --demo.",
    zh: "{place} 的数据库是演示用的，含虚构数字，不能作为正式数据打开。请另指定数据库（DATABASE_URL、DATA_DIR），或带 --demo 启动。",
  },
  DATA_INVALID: {
    status: 422,
    en: "The data file {file} is wrong at {place}: {reason}",
    zh: "数据文件 {file} 的 {place} 处有误：{reason}",
  },
  REQUEST_MALFORMED: {
    status: 400,
    en: "The request cannot be read: {reason}",
    zh: "无法读取请求：{reason}",
  },
  VALUE_UNFIT: {
    status: 400,
    en: "A value in the request cannot be used: {reason}.",
    zh: "请求中的某个值无法使用：{reason}。",
  },
  BODY_TOO_LARGE: {
    status: 413,
    en: "The request is larger than {limit} bytes. Ask for less at a time.",
    zh: "请求超过 {limit} 字节。请减少单次请求的内容。",
  },
  TIMEOUT: {
    status: 503,
    en: "The answer took longer than {seconds} seconds and was given up. Narrow the question or ask again later.",
    zh: "查询超过 {seconds} 秒，已中止。请缩小范围或稍后再试。",
  },
  INTERNAL: {
    status: 500,
    en: "Something went wrong on our side. It has been logged as {reference}.",
    zh: "服务器内部出错，已记录，编号 {reference}。",
  },
  NO_SUCH_PAGE: {
    status: 404,
    en: "There is nothing at {path}.",
    zh: "{path} 不存在。",
  },
  LAYER_UNKNOWN: {
    status: 404,
    en: "There is no tile layer {layer}. Layers: {known}.",
    zh: "没有图层 {layer}。可用图层：{known}。",
  },
  TILE_OUT_OF_RANGE: {
    status: 400,
    en: "There is no tile {tile}: z runs from 0 to 22, x and y from 0 to 2^z - 1.",
    zh: "不存在瓦片 {tile}：z 取 0 至 22，x、y 取 0 至 2^z - 1。",
  },
  PARAMETER_UNKNOWN: {
    status: 400,
    en: "There is no parameter {argument}. Known: {known}.",
    zh: "没有参数 {argument}。可用：{known}。",
  },
  VALUE_UNKNOWN: {
    status: 400,
    en: "{argument}: {value} is not known. Known: {known}.",
    zh: "{argument}：{value} 无效。可用：{known}。",
  },
  NUMBER_OUT_OF_RANGE: {
    status: 400,
    en: "{argument} must be a number from {least} to {most}; it is {value}.",
    zh: "{argument} 须为 {least} 至 {most} 之间的数；收到的是 {value}。",
  },
  LIST_TOO_LONG: {
    status: 400,
    en: "{argument} may hold at most {most} entries; it holds {value}.",
    zh: "{argument} 最多 {most} 项；收到 {value} 项。",
  },
  TEXT_TOO_LONG: {
    status: 400,
    en: "{argument} may have at most {most} characters; it has {value}.",
    zh: "{argument} 最多 {most} 个字符；收到 {value} 个。",
  },
  TEXT_WITH_CONTROL: {
    status: 400,
    en: "{argument} holds a control character. Remove it.",
    zh: "{argument} 含有控制字符。请删除。",
  },
  POSITION_MALFORMED: {
    status: 400,
    en: "{argument} must be longitude and latitude in degrees (WGS-84), e.g. [114.3, 30.6]; it is {value}.",
    zh: "{argument} 须为经度和纬度（度，WGS-84），例如 [114.3, 30.6]；收到的是 {value}。",
  },
  POSITION_OUTSIDE_WORLD: {
    status: 400,
    en: "{argument}: {value} lies outside the world. Longitude runs from -180 to 180, latitude from -90 to 90; are they swapped?",
    zh: "{argument}：{value} 超出地球范围。经度为 -180 至 180，纬度为 -90 至 90；是否写反？",
  },
  BBOX_MALFORMED: {
    status: 400,
    en: "{argument} must be four numbers: west, south, east, north, in degrees (WGS-84).",
    zh: "{argument} 须为四个数：西、南、东、北（度，WGS-84）。",
  },
  BBOX_CROSSED: {
    status: 400,
    en: "{argument} crosses itself: west {west} must be less than east {east}, and south {south} less than north {north}.",
    zh: "{argument} 自相交：西 {west} 须小于东 {east}，南 {south} 须小于北 {north}。",
  },
  GEOJSON_MALFORMED: {
    status: 400,
    en: "{argument} is not a GeoJSON geometry (RFC 7946).",
    zh: "{argument} 不是 GeoJSON 几何对象（RFC 7946）。",
  },
  GEOJSON_NOT_AN_AREA: {
    status: 400,
    en: "{argument} must be a Polygon or a MultiPolygon; it is {value}.",
    zh: "{argument} 须为 Polygon 或 MultiPolygon；收到的是 {value}。",
  },
  RING_TOO_SHORT: {
    status: 400,
    en: "{argument}: ring {ring} has {value} positions; a ring has at least four, the last equal to the first.",
    zh: "{argument}：第 {ring} 个环只有 {value} 个点；环至少有四个点，且首尾相同。",
  },
  RING_OPEN: {
    status: 400,
    en: "{argument}: ring {ring} is open. Repeat its first position at the end.",
    zh: "{argument}：第 {ring} 个环未闭合。请在末尾重复第一个点。",
  },
  POLYGON_INVALID: {
    status: 400,
    en: "{argument} encloses no area: its edges collapse or cross at {place}. Draw it so that they do not.",
    zh: "{argument} 未围成有效的面：边线在 {place} 处重合或相交。请重新绘制。",
  },
  POLYGON_REPAIRED: {
    status: 200,
    en: "The edges of {argument} cross or touch at {place}; what they enclose was taken.",
    zh: "{argument} 的边线在 {place} 处相交或相接；已按其围成的范围处理。",
  },
  SITES_AS_TODAY: {
    status: 200,
    en: "Sites are counted as they are today, whatever the period or the moment asked for.",
    zh: "场所数按现有场所计，与所选期间和时点无关。",
  },
  EDGES_CROSS_TOO_OFTEN: {
    status: 400,
    en: "The edges of {argument} cross more than {most} times. Draw it so that they do not cross.",
    zh: "{argument} 的边线相交超过 {most} 次。请勿让边线相交。",
  },
  EDGE_TOO_LONG: {
    status: 400,
    en: "{argument} has an edge of 180 degrees or more, {value}. Cut the area at the 180th meridian.",
    zh: "{argument} 的边 {value} 跨越 180 度或以上。请在 180 度经线处分割。",
  },
  FILTER_MALFORMED: {
    status: 400,
    en: "{argument} is not a filter: {place} is not known or not of the right form.",
    zh: "{argument} 不是有效的筛选条件：{place} 未知或格式不符。",
  },
  FILTER_TOO_DEEP: {
    status: 400,
    en: "{argument} is nested too deep; at most {most} levels are taken.",
    zh: "{argument} 嵌套过深；最多 {most} 层。",
  },
  FILTER_TOO_LARGE: {
    status: 400,
    en: "{argument}: the filter is made of more than {most} filters. Simplify it.",
    zh: "{argument}：筛选条件超过 {most} 个。请简化。",
  },
  RANGE_CROSSED: {
    status: 400,
    en: "{argument}: the lower bound {least} is above the upper bound {most}.",
    zh: "{argument}：下限 {least} 大于上限 {most}。",
  },
  FORMAT_UNKNOWN: {
    status: 404,
    en: "There is no file {format}. Files: {known}.",
    zh: "没有文件 {format}。可用：{known}。",
  },
  DOWNLOAD_TOO_LARGE: {
    status: 400,
    en: "The file would hold {value} rows; at most {most} are given. Narrow the filter, or take a format without figures.",
    zh: "文件将含 {value} 行；最多 {most} 行。请缩小筛选范围，或选择不含指标的格式。",
  },
  DOWNLOADS_BUSY: {
    status: 503,
    en: "{most} files are being made already. Try again in a few seconds.",
    zh: "已有 {most} 个文件正在生成。请稍后几秒再试。",
  },
  DATA_CHANGED: {
    status: 503,
    en: "The data changed from version {version} while the file was being made. Download it again.",
    zh: "生成文件期间数据已不再是版本 {version}。请重新下载。",
  },
  VERTICES_TOO_MANY: {
    status: 400,
    en: "{argument} has {value} vertices; at most {most} are taken. Simplify it.",
    zh: "{argument} 有 {value} 个顶点；最多 {most} 个。请简化。",
  },
  CQL2_UNEXPECTED: {
    status: 400,
    en: "{argument}: at character {position} stands {found}; one of these may stand there: {expected}",
    zh: "{argument}：第 {position} 个字符处是 {found}；此处可用：{expected}",
  },
  CQL2_ENDS: {
    status: 400,
    en: "{argument} ends too early, at character {position}; one of these must follow: {expected}",
    zh: "{argument} 在第 {position} 个字符处过早结束；后面须为：{expected}",
  },
  CQL2_QUOTE_OPEN: {
    status: 400,
    en: "{argument}: the quote at character {position} is not closed.",
    zh: "{argument}：第 {position} 个字符处的引号未闭合。",
  },
  CQL2_FUNCTION_UNKNOWN: {
    status: 400,
    en: "{argument}: {found} at character {position} is not known here. Known: {known}.",
    zh: "{argument}：第 {position} 个字符处的 {found} 不受支持。可用：{known}。",
  },
  CQL2_PROPERTY_UNKNOWN: {
    status: 400,
    en: "{argument}: there is no property {found} (character {position}). Known: {known}.",
    zh: "{argument}：没有属性 {found}（第 {position} 个字符）。可用：{known}。",
  },
  CQL2_VALUE_UNKNOWN: {
    status: 400,
    en: "{argument}: {found} (character {position}) is not a value of that property. Known: {known}.",
    zh: "{argument}：{found}（第 {position} 个字符）不是该属性的取值。可用：{known}。",
  },
  CQL2_TYPES: {
    status: 400,
    en: "{argument}: at character {position} a {expected} must stand; it is a {found}.",
    zh: "{argument}：第 {position} 个字符处的类型须为 {expected}，而它是 {found}。",
  },
  CQL2_TOO_LARGE: {
    status: 400,
    en: "{argument} is too large: at character {position} it has more than {most} properties and values.",
    zh: "{argument} 过大：到第 {position} 个字符处已超过 {most} 个属性和值。",
  },
  CQL2_TOO_DEEP: {
    status: 400,
    en: "{argument} is too deep: the {opening} at character {position} is nested more than {most} times.",
    zh: "{argument} 嵌套过深：第 {position} 个字符处的 {opening} 已超过 {most} 层。",
  },
  POSITION_OUTSIDE_CRS: {
    status: 400,
    en: "{argument}: {value} lies outside {crs}, which runs from {extent} in the order of its axes.",
    zh: "{argument}：{value} 超出 {crs} 的范围，按其轴序为 {extent}。",
  },
  COLLECTION_UNKNOWN: {
    status: 404,
    en: "There is no collection {collection}. Collections: {known}.",
    zh: "没有集合 {collection}。可用集合：{known}。",
  },
  FEATURE_UNKNOWN: {
    status: 404,
    en: "There is no feature {id} in the collection {collection}.",
    zh: "集合 {collection} 中没有要素 {id}。",
  },
  METHOD_UNFIT: {
    status: 405,
    en: "{method} is not answered here. Ask with GET.",
    zh: "此处不接受 {method}。请用 GET 请求。",
  },
  PARAMETER_REPEATED: {
    status: 400,
    en: "{argument} may be given once only.",
    zh: "{argument} 只能给出一次。",
  },
  DATETIME_MALFORMED: {
    status: 400,
    en: "{argument} must be a day or moment (RFC 3339) or two of them with / between, open ends as ..; it is {value}.",
    zh: "{argument} 须为日期或时刻（RFC 3339），或以 / 分隔的两个，开放端写作 ..；收到的是 {value}。",
  },
  MOMENT_MALFORMED: {
    status: 400,
    en: "{argument} must be a moment like 2027-12-31T08:00:00Z, or a day like 2027-12-31; it is {value}.",
    zh: "{argument} 须为时刻（如 2027-12-31T08:00:00Z）或日期（如 2027-12-31）；收到的是 {value}。",
  },
  DAY_MALFORMED: {
    status: 400,
    en: "{argument} must be a day like 2027-12-31; it is {value}.",
    zh: "{argument} 须为日期（如 2027-12-31）；收到的是 {value}。",
  },
  BOX_MALFORMED: {
    status: 400,
    en: "{argument} must be four numbers, or six with heights: the lower corner, then the upper corner, each in the order of the axes of its coordinate system.",
    zh: "{argument} 须为四个数（含高程时为六个）：先左下角，后右上角，各按其坐标系的轴序。",
  },
  ITEMS_CURSOR_INVALID: {
    status: 400,
    en: "{argument} is not a mark of this collection. Take it from the link to the next page.",
    zh: "{argument} 不是此集合的续页标记。请取自 next 链接。",
  },
  PAGE_BOTH_WAYS: {
    status: 400,
    en: "Ask for {argument} with first or with last, not with both.",
    zh: "{argument}：first 与 last 不能同时使用。",
  },
  CURSOR_INVALID: {
    status: 400,
    en: "{argument} is not a cursor of this list. Take it from pageInfo or edges of the same order.",
    zh: "{argument} 不是此列表的游标。请取自相同排序下的 pageInfo 或 edges。",
  },
  ARGUMENT_NEEDED: {
    status: 400,
    en: "{other} needs {argument}: a number from {least} to {most}.",
    zh: "{other} 须同时给出 {argument}：{least} 至 {most} 之间的数。",
  },
  ENTRY_REPEATED: {
    status: 400,
    en: "{argument} holds {value} more than once. Name it once.",
    zh: "{argument} 重复列出 {value}。请只列一次。",
  },
  ARGUMENT_UNUSED: {
    status: 400,
    en: "{argument} means nothing with {other}. Leave it out.",
    zh: "{argument} 对 {other} 无意义。请删除。",
  },
  POINTS_TOO_MANY: {
    status: 400,
    en: "{argument} takes in {value} sites with a position; at most {most} are taken here. Narrow it.",
    zh: "{argument} 包含 {value} 个有位置的场所；此处最多 {most} 个。请缩小范围。",
  },
  SUBJECTS_TOO_MANY: {
    status: 400,
    en: "{argument} takes in {value} sites or more; at most {most} are compared. Narrow it.",
    zh: "{argument} 包含 {value} 个或更多场所；最多比较 {most} 个。请缩小范围。",
  },
  ENTRIES_NEEDED: {
    status: 400,
    en: "{argument} is empty. Name at least one.",
    zh: "{argument} 为空。请至少给出一项。",
  },
  INDICATOR_NEEDED: {
    status: 400,
    en: "{argument}: sites are compared by indicators. Name an indicator for each.",
    zh: "{argument}：场所之间按指标比较。请逐项给出指标。",
  },
  PERIOD_MALFORMED: {
    status: 400,
    en: "{argument} must be a year, half, quarter, month or year to date, like 2024, 2024-H1, 2024-Q3, 2024-05 or 2024-01-01/2024-05-31; it is {value}.",
    zh: "{argument} 须为年、半年、季、月或年初至今，例如 2024、2024-H1、2024-Q3、2024-05 或 2024-01-01/2024-05-31；收到的是 {value}。",
  },
  ORDER_NEEDS_POINT: {
    status: 400,
    en: "{argument}: order by DISTANCE needs filter.near.",
    zh: "{argument}：按 DISTANCE 排序须同时给出 filter.near。",
  },
  ID_MALFORMED: {
    status: 400,
    en: "{argument}: {value} is not an id of this API.",
    zh: "{argument}：{value} 不是本接口的标识。",
  },
  QUERY_TOO_DEEP: {
    status: 400,
    en: "The query is {value} levels deep; at most {most} are answered.",
    zh: "查询嵌套 {value} 层；最多 {most} 层。",
  },
  QUERY_TOO_BROAD: {
    status: 400,
    en: "The query asks for {value} fields; at most {most} are answered.",
    zh: "查询包含 {value} 个字段；最多 {most} 个。",
  },
  QUERY_OF_TOO_MANY: {
    status: 400,
    en: "The query asks more than {most} questions at once. Ask them one after the other.",
    zh: "单次查询的问题超过 {most} 个。请分次查询。",
  },
  QUERY_TOO_COSTLY: {
    status: 400,
    en: "The query may return {value} values; at most {most} are answered. Ask for smaller pages.",
    zh: "查询可能返回 {value} 个值；最多 {most} 个。请减小分页。",
  },
  QUERY_TOO_LONG: {
    status: 400,
    en: "The query is longer than {most} tokens. Shorten it.",
    zh: "查询超过 {most} 个词元。请缩短。",
  },
} as const satisfies Record<string, { status: number; en: string; zh: string }>;
