// The types of the schema beside the query: what each field is, takes and gives.
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { Fragment, useState } from "react";
import { matchesOf } from "./type-search.ts";
import type { ExplorerWords } from "./words.ts";

type ShowType = (type: GraphQLNamedType) => void;

export function SchemaPanel({ schema, words }: { schema: GraphQLSchema; words: ExplorerWords }) {
  const [path, setPath] = useState<GraphQLNamedType[]>([]);
  const [text, setText] = useState("");
  const showType: ShowType = (type) => {
    setPath([...path, type]);
    setText("");
  };
  const type = path.at(-1) ?? schema.getQueryType();
  return (
    <>
      <input
        type="search"
        value={text}
        placeholder={words.search}
        aria-label={words.search}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() ? (
        <MatchList schema={schema} text={text} showType={showType} words={words} />
      ) : (
        <>
          {path.length > 0 && (
            <button type="button" onClick={() => setPath(path.slice(0, -1))}>
              ← {words.back}
            </button>
          )}
          {type && <TypeDescription schema={schema} type={type} showType={showType} words={words} />}
        </>
      )}
    </>
  );
}

function MatchList({
  schema,
  text,
  showType,
  words,
}: {
  schema: GraphQLSchema;
  text: string;
  showType: ShowType;
  words: ExplorerWords;
}) {
  const matches = matchesOf(schema, text);
  if (matches.length === 0) return <p>{words.noMatch}</p>;
  return (
    <ul>
      {matches.map(({ type, field }) => (
        <li key={`${type.name}.${field}`}>
          <TypeLink type={type} showType={showType} />
          {field && <code>.{field}</code>}
        </li>
      ))}
    </ul>
  );
}

interface TypeProps {
  schema: GraphQLSchema;
  type: GraphQLNamedType;
  showType: ShowType;
  words: ExplorerWords;
}

function TypeDescription({ schema, type, showType, words }: TypeProps) {
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return (
    <section>
      <h3>{type.name}</h3>
      {type.description && <p>{type.description}</p>}
      {isAbstractType(type) && (
        <p>
          {words.possible}:{" "}
          {schema.getPossibleTypes(type).map((each) => (
            <Fragment key={each.name}>
              <TypeLink type={each} showType={showType} />{" "}
            </Fragment>
          ))}
        </p>
      )}
      {hasFields && <h4>{words.fields}</h4>}
      {hasFields &&
        Object.values(type.getFields()).map((field) => (
          <div key={field.name} className="graphiql-field">
            <code>{field.name}</code>: <TypeLink type={field.type} showType={showType} />
            {field.description && <p>{field.description}</p>}
            {"args" in field && <Arguments args={field.args} showType={showType} words={words} />}
          </div>
        ))}
      {isEnumType(type) && <h4>{words.values}</h4>}
      {isEnumType(type) &&
        type.getValues().map(({ name, description }) => (
          <div key={name} className="graphiql-field">
            <code>{name}</code>
            {description && <p>{description}</p>}
          </div>
        ))}
    </section>
  );
}

function Arguments({ args, showType, words }: { args: readonly GraphQLArgument[]; showType: ShowType; words: ExplorerWords }) {
  if (args.length === 0) return null;
  return (
    <details>
      <summary>
        {words.inputs} ({args.length})
      </summary>
      {args.map((argument) => (
        <div key={argument.name} className="graphiql-field">
          <code>{argument.name}</code>: <TypeLink type={argument.type} showType={showType} />
          {argument.description && <p>{argument.description}</p>}
        </div>
      ))}
    </details>
  );
}

function TypeLink({ type, showType }: { type: GraphQLType; showType: ShowType }) {
  return (
    <button type="button" className="graphiql-type" onClick={() => showType(getNamedType(type))}>
      {String(type)}
    </button>
  );
}
