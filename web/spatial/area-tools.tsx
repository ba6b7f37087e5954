import "./area-words.ts";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Near } from "../../server/contract/filter-parts.ts";
import { readWithin } from "../../server/contract/numbers.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import { plainNumber } from "../../server/contract/typed-text.ts";
import { selectTool, showOnMap, useTool } from "../address/map-tool.ts";
import { changeFilter } from "../address/navigation.ts";
import { isPressed } from "../core/key-press.ts";
import { areaPolygons, boxOf, drawnArea, noArea, RADIUS_KM } from "../map/area.ts";
import { Button } from "../ui/button.tsx";
import styles from "./spatial.module.css";

/** The circle's radius as an editable number, and the actions on the area. */
export function AreaTools({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const tool = useTool();
  const points = areaPolygons(filter).flat(2);
  return (
    <>
      {filter.near && <RadiusField near={filter.near} />}
      <div className={styles.tools}>
        {drawnArea(filter) && (
          <Button aria-pressed={tool === "edit"} onClick={() => selectTool(tool === "edit" ? null : "edit")}>
            {t("areaCard.edit")}
          </Button>
        )}
        {points.length > 0 && <Button onClick={() => showOnMap(boxOf(points))}>{t("areaCard.goTo")}</Button>}
        <Button
          onClick={() => {
            selectTool(null);
            changeFilter(points.length > 0 ? noArea : { districts: [] });
          }}
        >
          {t("areaCard.remove")}
        </Button>
      </div>
    </>
  );
}

/** The radius in km. Enter or leaving the field applies it; an invalid value is reset. */
function RadiusField({ near }: { near: Near }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(String(near.withinKm));
  useEffect(() => setText(String(near.withinKm)), [near.withinKm]);
  const saveRadius = () => {
    const km = readWithin(plainNumber(text), RADIUS_KM.min, RADIUS_KM.max);
    if (km === null) setText(String(near.withinKm));
    else if (km !== near.withinKm) changeFilter({ near: { ...near, withinKm: km } });
  };
  return (
    <p className={styles.radius}>
      <label htmlFor={id}>{t("areaCard.radius")}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={saveRadius}
        onKeyDown={(event) => isPressed("Enter", event) && saveRadius()}
      />
    </p>
  );
}
