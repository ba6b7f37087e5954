import { Layer, Source } from "@vis.gl/react-maplibre";
import type { SourceSpecification, StyleSpecification } from "maplibre-gl";
import { useEffect, useState } from "react";
import type { Datum } from "../../server/contract/basemaps.ts";
import type { BasemapStyle } from "./basemaps/basemap-style.ts";
import { sourcesInDatum } from "./datum.ts";
import type { LayerOptions } from "./layers/layer-options.ts";
import { atlasLayers } from "./layers/order.ts";
import { atlasSources, embeddedBasemapSources, type SourceInput } from "./sources.ts";

export type AtlasStyleInput = SourceInput & LayerOptions & { datum: Datum };

/** The whole map as one style: what the map starts with, and what the tests check. */
export function atlasStyle(styleInput: AtlasStyleInput, basemapStyle: BasemapStyle | null): StyleSpecification {
  const { sources, layers, sprite } = basemapStyle ?? { sources: {}, layers: [] };
  const style: StyleSpecification = {
    version: 8,
    sources: { ...sources, ...sourcesOf(styleInput) },
    layers: [...layers, ...atlasLayers(styleInput)],
  };
  return sprite ? { ...style, sprite } : style;
}

/** The atlas's own sources, in the basemap's datum; those of the embedded basemap only where it is drawn. */
function sourcesOf(styleInput: AtlasStyleInput): Record<string, SourceSpecification> {
  const sources = sourcesInDatum(atlasSources(styleInput), styleInput.datum);
  if (!styleInput.onForeignBasemap) return sources;
  const embedded = new Set<string>(embeddedBasemapSources);
  return Object.fromEntries(Object.entries(sources).filter(([id]) => !embedded.has(id)));
}

/**
 * Keeps the map in step with what is to be drawn. The map starts with the same sources and layers as its style, in their order;
 * these components find them there and pass on what changes since. A new style instead would throw away all tiles on every filter.
 */
export function SourcesAndLayers({ initialInput, styleInput }: { initialInput: AtlasStyleInput; styleInput: AtlasStyleInput }) {
  // The first render must see what the map started with, or changes since then would be missed.
  const [appliedInput, setAppliedInput] = useState(initialInput);
  useEffect(() => setAppliedInput(styleInput), [styleInput]);
  return (
    <>
      {Object.entries(sourcesOf(appliedInput)).map(([id, source]) => (
        <Source key={id} id={id} {...source} />
      ))}
      {atlasLayers(appliedInput).map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </>
  );
}
