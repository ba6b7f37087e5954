import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Basemap } from "../../server/contract/basemaps.ts";

/** The owner and the approval number of the basemap, and the datum of the shown coordinates. */
export function BasemapNote({ basemap, version }: { basemap: Basemap; version: number }) {
  const { t } = useTranslation();
  const { attribution, approval, holder, datum } = basemap;
  const parts = [
    attribution,
    approval && t("basemap.approval", { number: approval }),
    holder,
    t("legend.boundary"),
    datum === "GCJ-02" ? t("basemap.converted") : t("legend.datum", { datum }),
    t("legend.version", { version }),
  ].filter(Boolean);
  return (
    <p data-basemap={basemap.kind}>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && " · "}
          {part}
        </Fragment>
      ))}
    </p>
  );
}
