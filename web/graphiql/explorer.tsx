// The query editor: a query and its variables, the answer, and the schema beside them.
import type { GraphQLSchema } from "graphql";
import { useEffect, useRef, useState } from "react";
import { readPreference, storePreference } from "../core/remembered.ts";
import { Editor } from "./editor.tsx";
import { examples } from "./examples.ts";
import { type GraphqlResponse, loadSchema, readVariables, sendQuery } from "./request.ts";
import { SchemaPanel } from "./schema-panel.tsx";
import type { ExplorerWords } from "./words.ts";

/** What was last written, kept by the browser where it allows that. */
const QUERY_STORAGE_KEY = "atlas.graphiql.query";
const VARIABLES_STORAGE_KEY = "atlas.graphiql.variables";

const FIRST_EXAMPLE = examples[0]?.query ?? "";

export function Explorer({ words }: { words: ExplorerWords }) {
  const [start, setStart] = useState({
    query: readPreference(QUERY_STORAGE_KEY) ?? FIRST_EXAMPLE,
    variables: readPreference(VARIABLES_STORAGE_KEY) ?? "",
  });
  const input = useRef(start);
  const [schema, setSchema] = useState<GraphQLSchema | null>();
  const { answer, note, running, run, stop } = useRun(words);

  useEffect(() => {
    loadSchema().then(setSchema, () => setSchema(null));
  }, []);

  const saveInput = (change: Partial<typeof start>) => {
    input.current = { ...input.current, ...change };
    storePreference(QUERY_STORAGE_KEY, input.current.query);
    storePreference(VARIABLES_STORAGE_KEY, input.current.variables);
  };
  const openExample = (example: (typeof examples)[number]) => {
    const { query, variables = "" } = example as { query: string; variables?: string };
    saveInput({ query, variables });
    setStart({ query, variables });
  };
  const runInput = () => run(input.current);

  return (
    <div className="graphiql-page">
      <header>
        <h1>{words.title}</h1>
        <a href="/">{words.atlas}</a>
        <fieldset>
          <legend>{words.examples}</legend>
          {examples.map((example, index) => (
            <button type="button" key={example.query} onClick={() => openExample(example)}>
              {words.example(index + 1)}
            </button>
          ))}
        </fieldset>
        <button type="button" className="graphiql-run" title={words.runKeys} onClick={running ? stop : runInput}>
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
            onChange={(query) => saveInput({ query })}
            onRun={runInput}
          />
          <h2>{words.variables}</h2>
          <Editor
            label={words.variables}
            start={start.variables}
            language="json"
            onChange={(variables) => saveInput({ variables })}
            onRun={runInput}
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
  const [answer, setAnswer] = useState<GraphqlResponse>();
  const [statusText, setNote] = useState("");
  const [runningRequest, setRunning] = useState<AbortController>();

  const run = async (input: { query: string; variables: string }) => {
    runningRequest?.abort();
    const variables = readVariables(input.variables);
    if (!variables) return setNote(words.badVariables);
    const controller = new AbortController();
    setRunning(controller);
    const startTime = performance.now();
    try {
      const response = await sendQuery(input.query, variables, controller.signal);
      setAnswer(response);
      setNote(words.took(response.status, Math.round(performance.now() - startTime)));
    } catch {
      setNote(controller.signal.aborted ? words.stopped : words.unreachable);
    }
    setRunning((latest) => (latest === controller ? undefined : latest));
  };
  return { answer, note: statusText, running: runningRequest !== undefined, run, stop: () => runningRequest?.abort() };
}
