import type { SiteKind } from "../core/graphql.ts";
import { kindShapes } from "../core/kinds.ts";
import { shapePath } from "../core/shapes.ts";

/** The symbol of a kind, as on the map. Hollow: a piece of infrastructure, not a national hub. Decorative: the name is beside it. */
export function KindMark({ kind, size = 14, hollow = false }: { kind: SiteKind; size?: number; hollow?: boolean }) {
  const colour = `var(--kind-${kind})`;
  return (
    <svg width={size} height={size} viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true" focusable="false" style={{ flex: "none" }}>
      <path
        d={shapePath(kindShapes[kind])}
        fill={hollow ? "var(--paper)" : colour}
        stroke={colour}
        strokeWidth={hollow ? 0.34 : 0.12}
        strokeLinejoin="round"
      />
    </svg>
  );
}
