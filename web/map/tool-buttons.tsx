import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type MapTool, selectTool } from "../address/map-tool.ts";
import { CircleIcon, CrosshairIcon, PencilIcon, PolygonIcon, RectangleIcon, RulerIcon } from "../ui/icons.tsx";
import toolbar from "../ui/toolbar.module.css";
import styles from "./tools.module.css";

const toolIcons = [
  { tool: "circle", icon: CircleIcon },
  { tool: "rectangle", icon: RectangleIcon },
  { tool: "polygon", icon: PolygonIcon },
  { tool: "measure", icon: RulerIcon },
] as const;

interface ToolButtonsProps {
  tool: MapTool | null;
  /** Toggles the coordinates, where they are not always shown. */
  coordinates: boolean;
  onCoordinates: () => void;
  /** The pointer comes near. */
  onPointerNear: () => void;
}

/** The tools in a row; where the map is narrow the row opens below one button. */
export function ToolButtons({ tool, coordinates, onCoordinates, onPointerNear: onNear }: ToolButtonsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const choose = (next: MapTool | null) => {
    selectTool(next);
    setOpen(false);
  };
  return (
    <>
      <div className={`${toolbar.toolbar} ${styles.tools} ${styles.opener}`} data-covers-map="top">
        <button
          type="button"
          aria-label={t("tool.group")}
          title={t("tool.group")}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onPointerEnter={onNear}
        >
          <PencilIcon />
        </button>
      </div>
      <fieldset
        className={`${toolbar.toolbar} ${styles.tools} ${styles.row}`}
        aria-label={t("tool.group")}
        data-open={open || undefined}
        data-covers-map={open ? undefined : "top"}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        {toolIcons.map(({ tool: each, icon: ToolIcon }) => (
          <button
            key={each}
            type="button"
            aria-label={t(`tool.${each}`)}
            aria-pressed={tool === each}
            title={t(`tool.${each}`)}
            onClick={() => choose(tool === each ? null : each)}
          >
            <ToolIcon />
          </button>
        ))}
        <button
          type="button"
          className={styles.phoneOnly}
          aria-label={t("coordinates.title")}
          aria-pressed={coordinates}
          title={t("coordinates.title")}
          onClick={() => {
            onCoordinates();
            setOpen(false);
          }}
        >
          <CrosshairIcon />
        </button>
      </fieldset>
    </>
  );
}
