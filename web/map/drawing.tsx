import { Layer, Source } from "@vis.gl/react-maplibre";
import type { StyleSpecification } from "maplibre-gl";
import { useEffect, useState } from "react";
import type { Look } from "./layers/look.ts";
import { atlasLayers } from "./layers/order.ts";
import { atlasSources, type SourceInput } from "./sources.ts";

export type Drawing = SourceInput & Look;

/** The whole map as one style: what the map starts with, and what the tests check. */
export function atlasStyle(drawing: Drawing): StyleSpecification {
  return { version: 8, sources: atlasSources(drawing), layers: atlasLayers(drawing) };
}

/**
 * Keeps the map in step with what is to be drawn. The map starts with the same sources and layers as its style, in their order;
 * these components find them there and pass on what changes since. A new style instead would throw away all tiles on every filter.
 */
export function Drawn({ first, drawing }: { first: Drawing; drawing: Drawing }) {
  // The first pass must see what the map started with, or changes that came meanwhile would be taken for known.
  const [shown, setShown] = useState(first);
  useEffect(() => setShown(drawing), [drawing]);
  return (
    <>
      {Object.entries(atlasSources(shown)).map(([id, source]) => (
        <Source key={id} id={id} {...source} />
      ))}
      {atlasLayers(shown).map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </>
  );
}
