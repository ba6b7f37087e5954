import { useTranslation } from "react-i18next";
import { type MapTool, selectTool } from "../address/map-tool.ts";
import { formatArea, formatLength } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { sizeOf } from "./area.ts";
import styles from "./tools.module.css";
import { type DrawingState, MAX_CORNERS } from "./use-drawing.ts";

interface ToolHintProps {
  tool: MapTool;
  drawingState: DrawingState;
  /** Length in km and area in km2 of the line that is being measured. */
  measurement: { km: number; km2: number | null } | null;
  /** The drawing library is on its way. */
  loading: boolean;
  canFinish: boolean;
  onFinish: () => void;
}

/** One line beside the tools: what to do next, and how large it is so far. */
export function ToolHint({ tool, drawingState, measurement, loading, canFinish, onFinish }: ToolHintProps) {
  const { t } = useTranslation();
  const sizes = useSizes(drawingState, measurement);
  const { problem } = drawingState;
  return (
    <div className={styles.hint}>
      {sizes.length > 0 && (
        <p className={styles.sizes} data-sizes>
          {sizes.map((size) => (
            <b key={size}>{size}</b>
          ))}
        </p>
      )}
      {problem ? (
        <p role="alert" className={styles.problem}>
          {t(`tool.problem.${problem}`, { count: MAX_CORNERS })}
        </p>
      ) : (
        <p aria-live="polite">
          {loading ? t("loading") : t(`tool.hint.${tool}`)}
          {tool !== "edit" && <span className={styles.keys}>{t("tool.keys")}</span>}
        </p>
      )}
      <span className={styles.hintButtons}>
        {canFinish && (
          <Button variant="link" onClick={onFinish}>
            {t("tool.finish")}
          </Button>
        )}
        <IconButton label={t("tool.leave")} onClick={() => selectTool(null)}>
          <CloseIcon size={16} />
        </IconButton>
      </span>
    </div>
  );
}

/** In words: radius and area of what is drawn, length and area of what is measured. */
function useSizes({ area }: DrawingState, measurement: ToolHintProps["measurement"]): string[] {
  const { t } = useTranslation();
  const language = useLanguage();
  if (measurement) {
    const length = formatLength(measurement.km, language);
    return measurement.km2 === null
      ? [t("tool.length", { length })]
      : [t("tool.perimeter", { length }), t("tool.area", { area: formatArea(measurement.km2, language) })];
  }
  if (!area || area.ring.length < 4) return [];
  const { radiusKm, areaKm2 } = sizeOf(area);
  return [
    ...(radiusKm === null ? [] : [t("tool.radius", { length: formatLength(radiusKm, language) })]),
    t("tool.area", { area: formatArea(areaKm2, language) }),
  ];
}
