// A failure of the database is recognised by what is certain, with the time to try again; nothing else is taken for one.
import type { FastifyBaseLogger } from "fastify";
import { expect, test } from "vitest";
import { toAtlasError } from "../../server/core/http.ts";

function logOf() {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: { error: (line: Record<string, unknown>) => void lines.push(line) } as unknown as FastifyBaseLogger };
}
const failure = (message: string, details: object = {}) => Object.assign(new Error(message), details);

test.each<[string, Error, string, number | undefined]>([
  [
    "a server that is not there",
    failure("connect ECONNREFUSED", { code: "ECONNREFUSED", syscall: "connect" }),
    "DATABASE_DOWN",
    5,
  ],
  ["a socket that is not there", failure("connect ENOENT", { code: "ENOENT", syscall: "connect" }), "DATABASE_DOWN", 5],
  ["a name without address", failure("getaddrinfo EAI_AGAIN", { code: "EAI_AGAIN", syscall: "getaddrinfo" }), "DATABASE_DOWN", 5],
  ["a connection cut off", failure("read ECONNRESET", { code: "ECONNRESET", syscall: "read" }), "DATABASE_DOWN", 5],
  ["a connection ended", failure("Connection terminated unexpectedly"), "DATABASE_DOWN", 5],
  ["a server that is silent", failure("Query read timeout"), "DATABASE_DOWN", 5],
  ["a server that shuts down", failure("terminating connection", { code: "57P01" }), "DATABASE_DOWN", 5],
  ["a server that starts up", failure("the database system is starting up", { code: "57P03" }), "DATABASE_DOWN", 5],
  ["no free connection", failure("timeout exceeded when trying to connect"), "DATABASE_BUSY", 5],
  ["too many connections", failure("sorry, too many clients already", { code: "53300" }), "DATABASE_BUSY", 5],
  ["a full disk", failure("could not extend file", { code: "53100" }), "DATABASE_FULL", 60],
  ["a slow statement", failure("canceling statement", { code: "57014" }), "TIMEOUT", undefined],
  ["too many parameters", failure("bind message has 4 parameters", { code: "08P01" }), "INTERNAL", undefined],
  ["a file that is not there", failure("open ENOENT", { code: "ENOENT", syscall: "open" }), "INTERNAL", undefined],
  ["a mistake in the code", new TypeError("x is not a function"), "INTERNAL", undefined],
])("%s", (_name, error, code, seconds) => {
  const atlasError = toAtlasError(logOf().log, error);
  expect(atlasError.code).toBe(code);
  expect(atlasError.retryAfterSeconds).toBe(seconds);
});

test("a thousand failed requests are a line or two in the log", () => {
  const { lines, log } = logOf();
  for (let request = 0; request < 1000; request++) toAtlasError(log, failure("Connection terminated unexpectedly"));
  expect(lines.length).toBeLessThanOrEqual(1);
});
