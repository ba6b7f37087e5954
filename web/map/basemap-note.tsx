import type { TFunction } from "i18next";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Basemap } from "../../server/contract/basemaps.ts";

/**
 * What has to stand on every map, also on paper and in pictures: the owner and the approval number of the basemap, the licence of the
 * metro's data, the limits of the lines, the datum of the shown coordinates, and the data version.
 */
export function basemapNotes({ kind, attribution, approval, holder, datum }: Basemap, version: number, t: TFunction): string[] {
  const embedded = kind === "embedded";
  return [
    embedded ? t("legend.metro") : "",
    attribution ?? "",
    approval ? t("basemap.approval", { number: approval }) : "",
    holder ?? "",
    embedded ? t("legend.ground") : t("legend.boundary"),
    datum === "GCJ-02" ? t("basemap.converted") : t("legend.datum", { datum }),
    t("legend.version", { version }),
  ].filter(Boolean);
}

export function BasemapNote({ basemap, version }: { basemap: Basemap; version: number }) {
  const { t } = useTranslation();
  return (
    <p data-basemap={basemap.kind} data-covers-map="bottom">
      {basemapNotes(basemap, version, t).map((part, index, parts) => (
        <Fragment key={part}>
          <span>
            {part === t("legend.metro") ? <Licence>{part}</Licence> : part}
            {index < parts.length - 1 && " ·"}
          </span>{" "}
        </Fragment>
      ))}
    </p>
  );
}

const Licence = ({ children }: { children: string }) => (
  <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noreferrer noopener">
    {children}
  </a>
);
