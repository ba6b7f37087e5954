import { siteKinds } from "../../server/contract/kinds.ts";
import { kindShapes } from "../core/kinds.ts";
import { shapePath } from "../core/shapes.ts";

/** The kinds in a square: the atlas's own mark. */
export function LogoMark() {
  const columns = Math.ceil(Math.sqrt(siteKinds.length));
  const cell = 26 / columns;
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      {siteKinds.map((kind, index) => (
        <path
          key={kind}
          d={shapePath(kindShapes[kind])}
          transform={`translate(${(index % columns) * cell + cell / 2} ${Math.floor(index / columns) * cell + cell / 2}) scale(${cell * 0.4})`}
          fill={`var(--kind-${kind})`}
        />
      ))}
    </svg>
  );
}
