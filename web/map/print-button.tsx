import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/button.tsx";
import { PrintIcon } from "../ui/icons.tsx";
import { printWithMap } from "./printed-map.ts";

/** Prints what is shown, with its map drawn for paper where it has one: some seconds on a machine without a graphics card. */
export function PrintButton({ framed }: { framed?: boolean }) {
  const { t } = useTranslation();
  const [isDrawing, setIsDrawing] = useState(false);
  const print = async () => {
    setIsDrawing(true);
    await printWithMap().finally(() => setIsDrawing(false));
  };
  return (
    <IconButton
      framed={framed}
      data-print
      label={t(isDrawing ? "print.drawing" : "print.print")}
      aria-busy={isDrawing || undefined}
      onClick={() => void print()}
    >
      <PrintIcon />
    </IconButton>
  );
}
