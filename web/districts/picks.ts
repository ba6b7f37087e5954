/** The look of each pick by index: colour and shape, so that neither is needed alone. The four kinds keep their colours. */
const pickLooks = [
  { colour: "var(--pick-0)", symbol: "circle", line: "solid" },
  { colour: "var(--pick-1)", symbol: "diamond", line: "dashed" },
  { colour: "var(--pick-2)", symbol: "triangle", line: "dotted" },
  { colour: "var(--pick-3)", symbol: "rect", line: [8, 3, 2, 3] },
] as const;

export const lookOfPick = (place: number) => pickLooks[place % pickLooks.length] ?? pickLooks[0];
