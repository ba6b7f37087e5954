import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Basemap } from "../../server/contract/basemaps.ts";

/** The owner and the approval number of the basemap, its limits, and the datum of the shown coordinates. */
export function BasemapNote({ basemap, version }: { basemap: Basemap; version: number }) {
  const { t } = useTranslation();
  const { kind, attribution, approval, holder, datum } = basemap;
  const parts = [
    attribution,
    approval && t("basemap.approval", { number: approval }),
    holder,
    kind === "embedded" ? t("legend.ground") : t("legend.boundary"),
    datum === "GCJ-02" ? t("basemap.converted") : t("legend.datum", { datum }),
    t("legend.version", { version }),
  ].filter(Boolean);
  return (
    <p data-basemap={kind} data-covers-map="bottom">
      {kind === "embedded" && (
        <>
          <Metro />
          {" · "}
        </>
      )}
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && " · "}
          {part}
        </Fragment>
      ))}
    </p>
  );
}

/** The licence of the metro's data asks for this on every map that shows them. */
function Metro() {
  const { t } = useTranslation();
  return (
    <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noreferrer noopener">
      {t("legend.metro")}
    </a>
  );
}
