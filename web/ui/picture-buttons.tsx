import { useTranslation } from "react-i18next";
import { documentTitle } from "../core/demo.ts";
import { Button } from "./button.tsx";
import type { ChartPicture } from "./chart.tsx";
import { DownloadIcon } from "./icons.tsx";
import { type Caption, type PictureFormat, pictureFormats, savePicture } from "./picture.ts";
import styles from "./picture-buttons.module.css";
import type { PictureStyle } from "./picture-text.ts";

interface ButtonsProps {
  picture: ChartPicture | null;
  caption: Caption;
  /** Maps are saved as they are printed; charts in the colours of the page. */
  style?: () => PictureStyle;
}

/** Saves a chart or a map with its title, period and sources: as SVG, or as PNG at twice its size. */
export function PictureButtons({ picture, caption, style = pageStyle }: ButtonsProps) {
  const { t } = useTranslation();
  const save = (format: PictureFormat) =>
    picture && savePicture(picture(), { ...caption, title: documentTitle(caption.title) }, style(), format);
  return (
    <div className={styles.buttons}>
      {pictureFormats.map((format) => (
        <Button
          key={format}
          disabled={!picture}
          title={t("chart.save", { format: format.toUpperCase() })}
          onClick={() => void save(format)}
        >
          <DownloadIcon />
          {format.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}

function pageStyle(): PictureStyle {
  const style = getComputedStyle(document.body);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return { background: value("--paper"), textColour: value("--ink"), mutedColour: value("--ink-2"), font: style.fontFamily };
}
