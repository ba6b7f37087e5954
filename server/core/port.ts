import { once } from "node:events";
import { createServer } from "node:net";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";

interface ListenAddress {
  host: string;
  port: number;
}

/** Throws PORT_TAKEN or HOST_UNUSABLE if nothing can listen there. Called before the long preparation of a first start. */
export async function checkPortIsFree(address: ListenAddress): Promise<void> {
  const server = createServer();
  await awaitListening(address, once(server.listen(address), "listening"));
  server.close();
  await once(server, "close");
}

/** Awaits `listening`; why it failed is thrown as PORT_TAKEN or HOST_UNUSABLE. */
export async function awaitListening({ host, port }: ListenAddress, listening: Promise<unknown>): Promise<void> {
  try {
    await listening;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new AtlasError(commonErrors.PORT_TAKEN, { port });
    if (code === "EACCES") throw new AtlasError(commonErrors.PORT_FORBIDDEN, { port });
    throw code === "ENOTFOUND" || code === "EADDRNOTAVAIL" ? new AtlasError(commonErrors.HOST_UNUSABLE, { host }) : error;
  }
}
