// The embedded PostgreSQL behind a unix socket, for one connection of the ordinary driver at a time.
//
// pglite-socket was tried and dropped: it hands over message by message, so that after an error the client hears "ready"
// twice and takes the next answer for the one before it. Here everything up to a Sync is handed over as one piece, and the
// "ready" that PGlite says on its own behind an error is left out.
import { createServer } from "node:net";

const SSL_REQUEST = 80877103;
const CANCEL_REQUEST = 80877102;
const [QUERY, SYNC, TERMINATE, ERROR, READY] = ["Q", "S", "X", "E", "Z"].map((letter) => letter.charCodeAt(0));

/**
 * @param {import("@electric-sql/pglite").PGlite} database
 * @param {string} path of the socket
 * @returns {Promise<{ close(): Promise<void> }>}
 */
export async function serveProtocol(database, path) {
  const server = createServer((socket) => serve(database, socket));
  await new Promise((resolve, reject) => server.once("error", reject).listen(path, () => resolve(undefined)));
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/**
 * @param {import("@electric-sql/pglite").PGlite} database
 * @param {import("node:net").Socket} socket
 */
function serve(database, socket) {
  let buffer = Buffer.alloc(0);
  let isStarted = false;
  let turn = Promise.resolve();
  const answer = (/** @type {Buffer} */ request) => {
    turn = turn.then(async () => {
      const bytes = Buffer.from(await database.execProtocolRaw(new Uint8Array(request)));
      if (!socket.destroyed) socket.write(request.at(-5) === SYNC ? withoutEarlyReady(bytes) : bytes);
    });
    turn.catch((error) => socket.destroy(error));
  };
  socket.on("error", () => socket.destroy());
  socket.on("close", () => turn.then(() => database.isInTransaction() && database.exec("ROLLBACK")).catch(() => undefined));
  socket.on("data", (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    if (!isStarted) {
      if (buffer.length < 8 || buffer.length < buffer.readInt32BE(0)) return;
      const message = buffer.subarray(0, buffer.readInt32BE(0));
      buffer = buffer.subarray(message.length);
      if (message.readInt32BE(4) === SSL_REQUEST) return void socket.write("N");
      if (message.readInt32BE(4) === CANCEL_REQUEST) return void socket.end();
      isStarted = true;
      // The session goes on from one connection to the next. A new one expects no prepared statements.
      turn = turn.then(async () => void (await database.exec("DEALLOCATE ALL")));
      answer(message);
    }
    for (let end = endOfRequest(buffer); end > 0; end = endOfRequest(buffer)) {
      const request = buffer.subarray(0, end);
      buffer = buffer.subarray(end);
      if (request[0] === TERMINATE) return void socket.end();
      answer(request);
    }
  });
}

/**
 * Where the first whole request ends: behind a Sync or a simple query; 0 where it is not all there yet.
 * @param {Buffer} buffer
 */
function endOfRequest(buffer) {
  for (let offset = 0; offset + 5 <= buffer.length; ) {
    const end = offset + 1 + buffer.readInt32BE(offset + 1);
    if (end > buffer.length) return 0;
    if ([QUERY, SYNC, TERMINATE].includes(buffer[offset])) return end;
    offset = end;
  }
  return 0;
}

/** @param {Buffer} answer */
function withoutEarlyReady(answer) {
  let failed = false;
  for (let offset = 0; offset + 5 <= answer.length; ) {
    const end = offset + 1 + answer.readInt32BE(offset + 1);
    if (answer[offset] === ERROR) failed = true;
    if (failed && answer[offset] === READY && end < answer.length)
      return Buffer.concat([answer.subarray(0, offset), answer.subarray(end)]);
    offset = end;
  }
  return answer;
}
