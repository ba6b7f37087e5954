// A CodeMirror editor as a React component. It keeps its own text; a new `start` replaces it.
import { json } from "@codemirror/lang-json";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { graphql, updateSchema } from "cm6-graphql";
import { basicSetup } from "codemirror";
import type { GraphQLSchema } from "graphql";
import { useEffect, useRef } from "react";

/** The colours of code, for light and dark. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword, tags.bool, tags.null], color: "light-dark(#7a2d86, #d9a5e2)" },
  { tag: [tags.string, tags.special(tags.string)], color: "light-dark(#1f6b3a, #8fd3a4)" },
  { tag: [tags.number, tags.literal], color: "light-dark(#8a4b00, #ffc77a)" },
  { tag: [tags.propertyName, tags.attributeName, tags.variableName], color: "light-dark(#0b5a94, #7cc0f2)" },
  { tag: tags.comment, color: "light-dark(#626b76, #98a2ad)" },
]);

interface EditorProps {
  /** What screen readers call it. */
  label: string;
  /** The text to start with; another one replaces what was written. */
  start: string;
  language: "graphql" | "json";
  schema?: GraphQLSchema | undefined;
  onChange?: (text: string) => void;
  onRun?: () => void;
}

/** An editor; without `onChange` it only shows its text. */
export function Editor({ label, start, language, schema, onChange, onRun }: EditorProps) {
  const container = useRef<HTMLDivElement>(null);
  const editorView = useRef<EditorView>(null);
  const latest = useRef({ onChange, onRun });
  latest.current = { onChange, onRun };
  const editable = onChange !== undefined;

  useEffect(() => {
    const run = () => {
      latest.current.onRun?.();
      return true;
    };
    const extensions: Extension[] = [
      // Before the editor's own keys, of which Mod-Enter inserts a line.
      Prec.highest(keymap.of([{ key: "Mod-Enter", run }])),
      basicSetup,
      syntaxHighlighting(colours),
      EditorView.lineWrapping,
      // With a tab index, so that also what is only shown can be scrolled by keys.
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      language === "graphql" ? graphql() : json(),
      EditorState.readOnly.of(!editable),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) latest.current.onChange?.(update.state.doc.toString());
      }),
    ];
    const editor = new EditorView({ extensions, ...(container.current && { parent: container.current }) });
    editorView.current = editor;
    return () => editor.destroy();
  }, [label, language, editable]);

  useEffect(() => {
    if (editorView.current && schema) updateSchema(editorView.current, schema);
  }, [schema]);

  useEffect(() => {
    const editor = editorView.current;
    if (editor && editor.state.doc.toString() !== start)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: start } });
  }, [start]);

  return <div className="graphiql-editor" ref={container} />;
}
