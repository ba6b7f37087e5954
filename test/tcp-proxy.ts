import { connect, createServer, type Server, type Socket } from "node:net";

/** A TCP proxy in front of a server; its connections can be cut, or go silent. */
export class TcpProxy {
  private readonly target: URL;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private isSilent = false;
  /** Connections since the start. */
  connections = 0;

  constructor(target: string) {
    this.target = new URL(target);
    this.server = createServer((socket) => {
      this.connections++;
      const other = connect(Number(this.target.port || 5432), this.target.hostname);
      for (const [from, to] of [
        [socket, other],
        [other, socket],
      ] as const) {
        this.sockets.add(from);
        from.pipe(to);
        from.on("error", () => undefined).on("close", () => to.destroy());
      }
      if (this.isSilent) socket.unpipe(other);
    });
  }

  /** Listens; returns the address of the target through this proxy. */
  async open(port = 0): Promise<string> {
    await new Promise<void>((done) => this.server.listen(port, "127.0.0.1", done));
    const { port: ownPort } = this.server.address() as { port: number };
    return Object.assign(new URL(this.target), { hostname: "127.0.0.1", port: String(ownPort) }).href;
  }

  /** From now on nothing passes, while all connections stay open. */
  silence(): void {
    this.isSilent = true;
    for (const socket of this.sockets) socket.unpipe();
  }

  async cut(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await closed;
  }
}
