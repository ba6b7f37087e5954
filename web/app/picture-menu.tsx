import { Menu } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../core/language.tsx";
import { mapPrinter, usePaperParts } from "../map/paper.ts";
import { printWithMap } from "../map/printed-map.ts";
import { IconButton } from "../ui/button.tsx";
import { PrintIcon } from "../ui/icons.tsx";
import { paperStyle, standaloneSvg } from "../ui/paper-picture.ts";
import { type PictureFormat, pictureFormats, savePicture } from "../ui/picture.ts";
import { mapDrawing, mapFrame } from "./map-drawing.ts";
import styles from "./picture-menu.module.css";
import { type ShownSites, useMapCaption } from "./use-map-caption.ts";

/** Prints what is shown, and saves the map as a picture with its legend and its sources. */
export function PictureMenu(shownSites: ShownSites) {
  const caption = useMapCaption(shownSites);
  const { t } = useTranslation();
  const language = useLanguage();
  const { years } = usePaperParts();
  const [isDrawing, setIsDrawing] = useState(false);
  // On a machine without a graphics card the map takes some seconds.
  const whileDrawing = useCallback(async (drawingDone: Promise<void>) => {
    setIsDrawing(true);
    await drawingDone.finally(() => setIsDrawing(false));
  }, []);
  usePrintKey(whileDrawing);
  const save = async (format: PictureFormat) => {
    const picture = years?.drawing ? null : await mapPrinter.get()?.draw(mapFrame);
    const svg = years?.drawing ?? (picture && mapDrawing(picture, language, true));
    if (svg) await savePicture(standaloneSvg(svg), caption, paperStyle(), format);
  };
  return (
    <Menu position="bottom-end" width={268} shadow="md" offset={4} returnFocus>
      <Menu.Target>
        <IconButton framed label={t(isDrawing ? "print.drawing" : "print.menu")} aria-busy={isDrawing || undefined}>
          <PrintIcon />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item className={styles.item} onClick={() => void whileDrawing(printWithMap())}>
          {t("print.print")}
          <small>{t("print.printText")}</small>
        </Menu.Item>
        {pictureFormats.map((format) => (
          <Menu.Item key={format} className={styles.item} onClick={() => void whileDrawing(save(format))}>
            {t("print.save", { format: format.toUpperCase() })}
            <small>{t(`print.${format}`)}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The browser's own key prints too, once the map has been drawn for paper. */
function usePrintKey(onPrint: (drawingDone: Promise<void>) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "p" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || !mapPrinter.get()) return;
      event.preventDefault();
      onPrint(printWithMap());
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onPrint]);
}
