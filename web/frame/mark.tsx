import { siteKinds } from "../core/kinds.ts";
import { kindShapes, shapePath } from "../core/shapes.ts";

/** The four kinds in a square: the atlas's own mark. */
export function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      {siteKinds.map((kind, index) => (
        <path
          key={kind}
          d={shapePath(kindShapes[kind])}
          transform={`translate(${6.5 + (index % 2) * 13} ${6.5 + Math.floor(index / 2) * 13}) scale(5.2)`}
          fill={`var(--kind-${kind})`}
        />
      ))}
    </svg>
  );
}
