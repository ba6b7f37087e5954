import { createTheme, type MantineColorsTuple } from "@mantine/core";
import type { Theme } from "./kinds.ts";
import { darkSchemeQuery } from "./media.ts";
import { usePrinting } from "./printing.ts";
import { rememberedChoices } from "./remembered.ts";

/** Controls are set in ink: the colours belong to the four kinds. */
const inkShades: MantineColorsTuple = [
  "#f4f5f6",
  "#e6e8ea",
  "#cbcfd4",
  "#aeb5bd",
  "#8f98a3",
  "#6f7985",
  "#4b545f",
  "#343c46",
  "#1b222c",
  "#10151b",
];

export const mantineTheme = createTheme({
  fontFamily: "var(--font)",
  primaryColor: "ink",
  primaryShade: { light: 8, dark: 2 },
  autoContrast: true,
  colors: { ink: inkShades },
  defaultRadius: 6,
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
});

/** The chosen theme, or the one remembered, or the system's; paper is light. */
export function useTheme(chosenTheme: Theme | null): Theme {
  const onScreen = useScreenTheme(chosenTheme);
  return usePrinting() ? "light" : onScreen;
}

/** The theme of what is not printed itself, so need not change for paper. */
export function useScreenTheme(chosenTheme: Theme | null): Theme {
  const systemTheme = darkSchemeQuery.use() ? "dark" : "light";
  return chosenTheme ?? rememberedChoices.theme ?? systemTheme;
}
