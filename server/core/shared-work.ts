// What several clients wait for at once is made once.

interface Running<Result> {
  result: Promise<Result>;
  abort: AbortController;
  clients: number;
}

/** Work by key. It is aborted when all clients that waited for it have disconnected. */
export class SharedWork<Result> {
  private readonly running = new Map<string, Running<Result>>();

  /**
   * The result of the work that runs under this key, or of `work`, which is started then. `client` is aborted when the client
   * disconnects.
   */
  join(key: string, client: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const shared = this.running.get(key) ?? this.start(key, work);
    shared.clients++;
    const leave = () => {
      if (--shared.clients > 0) return;
      // A client that joins now must not get the work that is being aborted.
      if (this.running.get(key) === shared) this.running.delete(key);
      shared.abort.abort(client.reason);
    };
    if (client.aborted) leave();
    else {
      client.addEventListener("abort", leave);
      const stopListening = () => client.removeEventListener("abort", leave);
      shared.result.then(stopListening, stopListening);
    }
    return shared.result;
  }

  private start(key: string, work: (signal: AbortSignal) => Promise<Result>): Running<Result> {
    const abort = new AbortController();
    const shared: Running<Result> = {
      abort,
      clients: 0,
      result: work(abort.signal).finally(() => {
        if (this.running.get(key) === shared) this.running.delete(key);
      }),
    };
    this.running.set(key, shared);
    return shared;
  }
}
