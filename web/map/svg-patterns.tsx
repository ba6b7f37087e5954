import type { Theme } from "../core/kinds.ts";
import { palettes } from "./palette.ts";

/** The patterns of values in no class, leaning as on the large map; `id` precedes each pattern's name. */
export function PatternDefs({ id, theme }: { id: string; theme: Theme }) {
  const { ring, halo } = palettes[theme];
  return (
    <defs>
      <pattern id={`${id}none`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path d="M0 0v7" stroke={ring} strokeOpacity={0.5} strokeWidth="1.4" />
      </pattern>
      <pattern id={`${id}bound`} width="8" height="8" patternUnits="userSpaceOnUse">
        <circle cx="4" cy="4" r="2" fill={halo} />
        <circle cx="4" cy="4" r="1.1" fill={ring} />
      </pattern>
      <pattern id={`${id}notComputable`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path d="M0 0v7M0 0h7" stroke={ring} strokeOpacity={0.5} strokeWidth="1.4" />
      </pattern>
    </defs>
  );
}

/** The same on paper, as text. */
export function patternDefsSvg(id: string): string {
  const { ring, halo } = palettes.light;
  return `<defs><pattern id="${id}none" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0 0v7" stroke="${ring}" stroke-opacity="0.5" stroke-width="1.4"/></pattern>
<pattern id="${id}bound" width="8" height="8" patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="2" fill="${halo}"/><circle cx="4" cy="4" r="1.1" fill="${ring}"/></pattern>
<pattern id="${id}notComputable" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0 0v7M0 0h7" stroke="${ring}" stroke-opacity="0.5" stroke-width="1.4"/></pattern></defs>`;
}
