import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Address } from "../address/address.ts";
import { useAddress } from "../address/navigation.ts";
import { useLanguage } from "../core/language.tsx";
import { useCatalogue } from "../explore/catalogue.ts";
import { type MapPicture, usePaperParts } from "../map/paper.ts";
import { usePrintedMap } from "../map/printed-map.ts";
import { hasArea } from "../spatial/area-kind.ts";
import { AreaOnPaper } from "../spatial/area-on-paper.tsx";
import { paperStyle } from "../ui/paper-picture.ts";
import { sizeOf, withCaption } from "../ui/picture.ts";
import { mapDrawing, mapFrame } from "./map-drawing.ts";
import styles from "./map-sheet.module.css";
import { type ShownSites, useMapCaption } from "./use-map-caption.ts";

/** The map on a sheet of its own, then what is known of the filter's area. Seen on paper only. */
export function MapSheet(shownSites: ShownSites) {
  const districts = useCatalogue().data?.districts ?? [];
  return (
    <>
      <MapFigure {...shownSites} />
      <AreaOnPaper districts={districts} />
    </>
  );
}

/** The map with all that explains it: the same picture as is saved. */
function MapFigure(shownSites: ShownSites) {
  const caption = useMapCaption(shownSites);
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  // After the map comes its area, then the table.
  const tableHeight = hasArea(address.filter) ? 0 : heightOfShortTable(address, shownSites.result?.totalCount);
  const picture = usePrintedMap(mapFrame);
  const { years } = usePaperParts();
  const svg = useMemo(() => {
    const drawing = years?.drawing ?? (picture && mapDrawing(picture, language, false));
    const notes = [picture?.isScreen && !years?.drawing ? t("print.screen") : "", ...caption.notes].filter(Boolean);
    return drawing && withCaption(drawing, { ...caption, notes }, { ...paperStyle(), background: "none" });
  }, [years, picture, language, caption, t]);
  if (!svg || !picture) return null;
  const { width, height } = sizeOf(svg);
  const sheetHeight = SHEET_HEIGHT - tableHeight;
  return (
    <figure
      className={styles.sheet}
      data-paper="landscape"
      aria-label={caption.title}
      style={{ aspectRatio: `${width} / ${height}`, width: `min(100%, ${(sheetHeight * width) / height}mm)` }}
      data-shares-sheet={tableHeight > 0 || undefined}
      ref={(container) => {
        if (container) layOutDrawing(container, svg, years?.drawing ? null : picture);
      }}
    />
  );
}

/** A table of so few rows lies below the map; a longer one would leave too little of it. */
const MAX_ROWS_BELOW_MAP = 6;

/** The height in millimetres of a table that fits below the map: rows of two lines under its heading. 0 for none and for a longer one. */
function heightOfShortTable({ view, columns }: Pick<Address, "view" | "columns">, rowCount = 0): number {
  const hasSources = columns.some((column) => column.startsWith("figure."));
  return view === "table" && !hasSources && rowCount > 0 && rowCount <= MAX_ROWS_BELOW_MAP ? 34 + 8 * rowCount : 0;
}

/** Height that a landscape sheet leaves for the map below the strip, in millimetres. */
const SHEET_HEIGHT = 174;

/** Shows the text as SVG above the map as a canvas: a picture in SVG would be loaded only after the page has been printed. */
function layOutDrawing(container: HTMLElement, svg: string, picture: MapPicture | null) {
  container.innerHTML = svg;
  const [sheetSvg, drawing] = container.querySelectorAll("svg");
  if (!picture || !sheetSvg || !drawing) return;
  const percentOf = (part: SVGAnimatedLength, whole: SVGAnimatedLength) => `${(part.baseVal.value / whole.baseVal.value) * 100}%`;
  Object.assign(picture.canvas.style, {
    left: percentOf(drawing.x, sheetSvg.width),
    top: percentOf(drawing.y, sheetSvg.height),
    width: percentOf(drawing.width, sheetSvg.width),
    height: percentOf(drawing.height, sheetSvg.height),
  });
  container.prepend(picture.canvas);
}
