import type { Theme } from "../core/kinds.ts";
import { palettes } from "./palette.ts";

interface Pattern {
  name: string;
  /** Side of the square that is repeated, and how far it is turned. */
  size: number;
  turn?: number;
  paths: readonly { d: string; fill: string; opacity?: number }[];
}

const dot = (radius: number) =>
  `M${4 - radius} 4a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;

/** The patterns of values in no class, leaning as on the large map, whose images cannot be vectors. */
function patternsOf(theme: Theme): readonly Pattern[] {
  const { strongLine, halo } = palettes[theme];
  const lines = (d: string) => ({ size: 7, turn: -45, paths: [{ d, fill: strongLine, opacity: 0.5 }] });
  return [
    { name: "noValue", ...lines("M0 0h.7v7h-.7z") },
    {
      name: "bound",
      size: 8,
      paths: [
        { d: dot(2), fill: halo },
        { d: dot(1.1), fill: strongLine },
      ],
    },
    { name: "notComputable", ...lines("M0 0h7v.7h-6.3v6.3h-.7z") },
  ];
}

const attributesOf = ({ size, turn }: Pattern) => ({
  width: size,
  height: size,
  patternUnits: "userSpaceOnUse",
  ...(turn && { patternTransform: `rotate(${turn})` }),
});

/** `id` precedes each pattern's name. */
export function PatternDefs({ id, theme }: { id: string; theme: Theme }) {
  return (
    <defs>
      {patternsOf(theme).map((pattern) => (
        <pattern key={pattern.name} id={id + pattern.name} {...attributesOf(pattern)}>
          {pattern.paths.map((path) => (
            <path key={path.d} {...path} />
          ))}
        </pattern>
      ))}
    </defs>
  );
}

/** The same on paper, as text. */
export function patternDefsSvg(id: string): string {
  const element = (name: string, attributes: object, content = "") =>
    `<${name}${Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${value}"`)
      .join("")}>${content}</${name}>`;
  const patterns = patternsOf("light").map((pattern) => {
    const paths = pattern.paths.map((path) => element("path", path)).join("");
    return element("pattern", { id: id + pattern.name, ...attributesOf(pattern) }, paths);
  });
  return element("defs", {}, patterns.join(""));
}
