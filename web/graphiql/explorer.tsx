// The query editor: a query and its variables, the answer, and the schema beside them.
import type { GraphQLSchema } from "graphql";
import { useEffect, useRef, useState } from "react";
import { readPreference, storePreference } from "../core/remembered.ts";
import { Editor } from "./editor.tsx";
import { examples } from "./examples.ts";
import { type Answer, ask, loadSchema, readVariables } from "./request.ts";
import { SchemaPanel } from "./schema-panel.tsx";
import type { ExplorerWords } from "./words.ts";

/** What was last written, kept by the browser where it allows that. */
const QUERY = "atlas.graphiql.query";
const VARIABLES = "atlas.graphiql.variables";

const FIRST = examples[0]?.query ?? "";

export function Explorer({ words }: { words: ExplorerWords }) {
  const [start, setStart] = useState({
    query: readPreference(QUERY) ?? FIRST,
    variables: readPreference(VARIABLES) ?? "",
  });
  const written = useRef(start);
  const [schema, setSchema] = useState<GraphQLSchema | null>();
  const { answer, note, running, run, stop } = useRun(words);

  useEffect(() => {
    loadSchema().then(setSchema, () => setSchema(null));
  }, []);

  const write = (change: Partial<typeof start>) => {
    written.current = { ...written.current, ...change };
    storePreference(QUERY, written.current.query);
    storePreference(VARIABLES, written.current.variables);
  };
  const open = (example: (typeof examples)[number]) => {
    const { query, variables = "" } = example as { query: string; variables?: string };
    write({ query, variables });
    setStart({ query, variables });
  };
  const runWritten = () => run(written.current);

  return (
    <div className="graphiql-page">
      <header>
        <h1>{words.title}</h1>
        <a href="/">{words.atlas}</a>
        <fieldset>
          <legend>{words.examples}</legend>
          {examples.map((example, index) => (
            <button type="button" key={example.query} onClick={() => open(example)}>
              {words.example(index + 1)}
            </button>
          ))}
        </fieldset>
        <button type="button" className="graphiql-run" title={words.runKeys} onClick={running ? stop : runWritten}>
          {running ? words.stop : words.run}
        </button>
        <output>{running ? words.running : note}</output>
      </header>
      <main>
        <section className="graphiql-query">
          <h2>{words.query}</h2>
          <Editor
            label={words.query}
            start={start.query}
            language="graphql"
            schema={schema ?? undefined}
            onChange={(query) => write({ query })}
            onRun={runWritten}
          />
          <h2>{words.variables}</h2>
          <Editor
            label={words.variables}
            start={start.variables}
            language="json"
            onChange={(variables) => write({ variables })}
            onRun={runWritten}
          />
        </section>
        <section className="graphiql-answer">
          <h2>{words.answer}</h2>
          <Editor label={words.answer} start={answer?.text ?? ""} language="json" />
        </section>
        <aside className="graphiql-schema">
          <h2>{words.schema}</h2>
          {schema === null && <p>{words.noSchema}</p>}
          {schema && <SchemaPanel schema={schema} words={words} />}
        </aside>
      </main>
    </div>
  );
}

/** Runs one query at a time; another one, or `stop`, ends the one before. */
function useRun(words: ExplorerWords) {
  const [answer, setAnswer] = useState<Answer>();
  const [note, setNote] = useState("");
  const [running, setRunning] = useState<AbortController>();

  const run = async (written: { query: string; variables: string }) => {
    running?.abort();
    const variables = readVariables(written.variables);
    if (!variables) return setNote(words.badVariables);
    const controller = new AbortController();
    setRunning(controller);
    const began = performance.now();
    try {
      const given = await ask(written.query, variables, controller.signal);
      setAnswer(given);
      setNote(words.took(given.status, Math.round(performance.now() - began)));
    } catch {
      setNote(controller.signal.aborted ? words.stopped : words.unreachable);
    }
    setRunning((latest) => (latest === controller ? undefined : latest));
  };
  return { answer, note, running: running !== undefined, run, stop: () => running?.abort() };
}
