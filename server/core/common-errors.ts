import { defineErrors } from "./errors.ts";

/** Errors that are not specific to one folder: requests, arguments, values and settings. */
export const commonErrors = defineErrors({
  PUBLIC_URL_UNFIT: {
    status: 500,
    en: "PUBLIC_URL must be an origin such as https://atlas.example.org, without path, query or user; it is {value}. The atlas is served at the root of a host name: give it one of its own.",
    zh: "PUBLIC_URL 须为源地址，如 https://atlas.example.org，不含路径、查询参数和用户名；当前为 {value}。本平台只能部署在域名的根路径下，请为其单独分配域名。",
  },
  CONFIG_INVALID: {
    status: 500,
    en: "The setting {name} cannot be {value}. Allowed: {allowed}.",
    zh: "配置项 {name} 不能为 {value}。可用：{allowed}。",
  },
  PORT_TAKEN: {
    status: 500,
    en: "Port {port} is in use. Stop the other program or set PORT to another number.",
    zh: "端口 {port} 已被占用。请停止占用它的程序，或将 PORT 设为其他端口。",
  },
  PORT_FORBIDDEN: {
    status: 500,
    en: "This user is not allowed to listen on port {port}. Set PORT to 1024 or higher.",
    zh: "当前用户无权监听端口 {port}。请将 PORT 设为 1024 或以上。",
  },
  HOST_UNUSABLE: {
    status: 500,
    en: "{host} is not an address of this machine. Set HOST to 127.0.0.1, 0.0.0.0 or another address of its own.",
    zh: "{host} 不是本机地址。请将 HOST 设为 127.0.0.1、0.0.0.0 或本机的其他地址。",
  },
  DATABASE_UNREACHABLE: {
    status: 503,
    en: "No PostgreSQL server responds at {place}. Check that it is running and that {setting} is correct.",
    zh: "{place} 没有 PostgreSQL 响应。请确认数据库已启动且 {setting} 正确。",
  },
  DATABASE_DOWN: {
    status: 503,
    retryAfterSeconds: 5,
    en: "The database does not answer at the moment. Try again in a few seconds.",
    zh: "数据库暂时没有响应。请几秒后重试。",
  },
  DATABASE_BUSY: {
    status: 503,
    retryAfterSeconds: 5,
    en: "The database is busy: no connection to it became free in time. Try again in a few seconds.",
    zh: "数据库繁忙：等待期间没有空闲连接。请几秒后重试。",
  },
  DATABASE_FULL: {
    status: 503,
    retryAfterSeconds: 60,
    en: "The database lacks disk space or memory: {reason}. Try again later, or tell the operator.",
    zh: "数据库的磁盘空间或内存不足：{reason}。请稍后再试，或告知运维人员。",
  },
  ADDRESS_MALFORMED: {
    status: 400,
    en: "The address {address} contains invalid percent-encoding (it must be UTF-8). Write a percent sign itself as %25.",
    zh: "地址 {address} 中的百分号编码无效（须为 UTF-8）。百分号本身请写作 %25。",
  },
  CONTENT_TYPE_UNFIT: {
    status: 415,
    en: "The body must be JSON, sent with the header Content-Type: application/json.",
    zh: "请求正文须为 JSON。请使用请求头 Content-Type: application/json。",
  },
  RANGE_UNSATISFIABLE: {
    status: 416,
    en: "The file has {size} bytes, so {value} is outside it. Request bytes within the file.",
    zh: "文件共 {size} 字节，不含所请求的部分 {value}。请在文件范围内请求。",
  },
  BODY_NOT_JSON: {
    status: 400,
    en: "The body is not valid JSON. It must be an object, encoded in UTF-8.",
    zh: "请求正文不是有效的 JSON。须为采用 UTF-8 编码的对象。",
  },
  REQUEST_MALFORMED: {
    status: 400,
    en: "The request cannot be read: {reason}. Correct it and send it again.",
    zh: "无法读取请求：{reason}。请更正后重新发送。",
  },
  VALUE_UNFIT: {
    status: 400,
    en: "A value in the request cannot be used: {reason}. Correct it and send it again.",
    zh: "请求中的某个值无法使用：{reason}。请更正后重新发送。",
  },
  BODY_TOO_LARGE: {
    status: 413,
    en: "The request is larger than {limit} bytes. Use smaller requests.",
    zh: "请求超过 {limit} 字节。请减少单次请求的内容。",
  },
  TIMEOUT: {
    status: 503,
    en: "The query took longer than {seconds} seconds and was stopped. Narrow it or try again later.",
    zh: "查询超过 {seconds} 秒，已中止。请缩小范围或稍后再试。",
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    en: "This address has sent more than {limit} requests within a minute. Try again in {seconds} seconds.",
    zh: "该地址一分钟内的请求超过 {limit} 次。请在 {seconds} 秒后重试。",
  },
  TOO_MANY_AT_ONCE: {
    status: 429,
    en: "{limit} requests from this address are already being processed. Send another one when one of them has finished.",
    zh: "该地址已有 {limit} 个请求正在处理。请待其中之一完成后再发送新的请求。",
  },
  TOO_BUSY: {
    status: 503,
    retryAfterSeconds: 5,
    en: "The server is busy with other large queries. Try again in a few seconds, or narrow the query.",
    zh: "服务器正忙于处理其他大型查询。请几秒后重试，或缩小查询范围。",
  },
  CLIENT_DISCONNECTED: {
    status: 499,
    en: "The client disconnected before the response was complete. Repeat the request if it is still needed.",
    zh: "响应完成之前客户端已断开连接。如仍需要，请重新发送请求。",
  },
  INTERNAL: {
    status: 500,
    en: "Something went wrong on our side. It has been logged as {reference}. Try again; if it happens again, report this reference to the operator.",
    zh: "服务器内部出错，已记录，编号 {reference}。请重试；若再次出现，请将该编号告知运维人员。",
  },
  NO_SUCH_PAGE: {
    status: 404,
    en: "There is no page at {path}. Check the address.",
    zh: "{path} 不存在。请检查地址。",
  },
  PARAMETER_UNKNOWN: {
    status: 400,
    en: "There is no parameter {argument}. Allowed: {allowed}.",
    zh: "没有参数 {argument}。可用：{allowed}。",
  },
  VALUE_UNKNOWN: {
    status: 400,
    en: "{argument}: {value} is not valid. Allowed: {allowed}.",
    zh: "{argument}：{value} 无效。可用：{allowed}。",
  },
  NUMBER_OUT_OF_RANGE: {
    status: 400,
    en: "{argument} must be a number from {min} to {max}; it is {value}.",
    zh: "{argument} 须为 {min} 至 {max} 之间的数；实际为 {value}。",
  },
  LIST_TOO_LONG: {
    status: 400,
    en: "{argument} may have at most {max} entries; it has {value}.",
    zh: "{argument} 最多 {max} 项；收到 {value} 项。",
  },
  TEXT_TOO_LONG: {
    status: 400,
    en: "{argument} may have at most {max} characters; it has {value}.",
    zh: "{argument} 最多 {max} 个字符；收到 {value} 个。",
  },
  HEADER_TOO_LONG: {
    status: 431,
    en: "The header {header} may have at most {max} characters; it has {value}.",
    zh: "请求头 {header} 最多 {max} 个字符；收到 {value} 个。",
  },
  TEXT_WITH_CONTROL: {
    status: 400,
    en: "{argument} contains a control character. Remove it.",
    zh: "{argument} 含有控制字符。请删除。",
  },
  METHOD_UNFIT: {
    status: 405,
    en: "This address does not accept {method}. Use one of: {allowed}.",
    zh: "此地址不接受 {method} 请求。可用方法：{allowed}。",
  },
  PARAMETER_REPEATED: {
    status: 400,
    en: "{argument} may be given only once.",
    zh: "{argument} 只能给出一次。",
  },
  ARGUMENT_UNUSED: {
    status: 400,
    en: "{argument} has no effect with {other}. Leave it out.",
    zh: "{argument} 对 {other} 不起作用。请删除。",
  },
});
