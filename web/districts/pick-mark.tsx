const paths: Record<string, string> = {
  circle: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  diamond: "M0-6L6 0L0 6L-6 0Z",
  triangle: "M0-5.5L6 5L-6 5Z",
  rect: "M-5-5H5V5H-5Z",
};

/** The mark of a pick, as on its chart. Decorative: the name is beside it. */
export function PickMark({ pickIndex }: { pickIndex: number }) {
  const { colour, symbol } = pickStyle(pickIndex);
  return (
    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false" style={{ flex: "none" }}>
      <path d={paths[symbol]} fill={colour} />
    </svg>
  );
}

/** The style of each pick, by index: colour and shape, so that neither is needed alone. The four kinds keep their colours. */
const pickStyles = [
  { colour: "var(--pick-0)", symbol: "circle", line: "solid" },
  { colour: "var(--pick-1)", symbol: "diamond", line: "dashed" },
  { colour: "var(--pick-2)", symbol: "triangle", line: "dotted" },
  { colour: "var(--pick-3)", symbol: "rect", line: [8, 3, 2, 3] },
] as const;

export const pickStyle = (pickIndex: number) => pickStyles[pickIndex % pickStyles.length] ?? pickStyles[0];
