// What the database does at the moment, for the metrics.
import type { Reading } from "../core/metrics.ts";
import type { Database } from "./database.ts";
import type { LaneName } from "./lane.ts";

const laneWords = { heavy: "heavy queries", tiles: "new tiles" } as const satisfies Record<LaneName, string>;
const stateWords = {
  running: "that run",
  waiting: "that wait for their turn",
  refused: "that were refused since the start: too many waited, or for too long",
} as const;

const keysOf = <Key extends string>(words: Record<Key, string>) => Object.keys(words) as Key[];

export const databaseReadings = (database: Database): Reading[] => [
  { name: "atlas_database_connections", help: "Connections of readers to the database", read: () => database.readers.totalCount },
  { name: "atlas_database_idle_connections", help: "Those of them that are free", read: () => database.readers.idleCount },
  { name: "atlas_database_waiting", help: "Statements that wait for a connection", read: () => database.readers.waitingCount },
  { name: "atlas_database_statements", help: "Statements of readers since the start", read: () => database.statements },
  {
    name: "atlas_replicas_current",
    help: "Replicas that take statements: they answer, and have all the data that the primary had at its last change",
    read: () => database.replicas?.state.current ?? 0,
  },
  ...keysOf(laneWords).flatMap((lane) =>
    keysOf(stateWords).map((state) => ({
      name: `atlas_${lane}_${state}`,
      help: `Statements of ${laneWords[lane]} ${stateWords[state]}`,
      read: () => database.lanes[lane].state[state],
    })),
  ),
];
