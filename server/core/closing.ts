import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** What is still being answered when the server closes may take this long; then its connection is cut. */
const CLOSING_SECONDS = 10;

/**
 * Lets `app.close()` end: answers under way are finished within the time above. Browsers open connections ahead of need, and Node waits
 * up to a minute for one that has never sent a request: these are cut at once.
 */
export function closeInTime(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  app.server.on("connection", (socket: Socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  app.server.on("request", ({ socket }) => void unused.delete(socket));
  app.addHook("preClose", async () => {
    for (const socket of unused) socket.destroy();
    setTimeout(() => app.server.closeAllConnections(), CLOSING_SECONDS * 1000).unref();
  });
}
