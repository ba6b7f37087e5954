import type { LayerSpecification, SourceSpecification, SpriteSpecification } from "maplibre-gl";
import type { SymbolImage } from "../symbols.ts";

/** What is drawn under the atlas's own layers. */
export interface BasemapStyle {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
  sprite?: SpriteSpecification;
  /** Images that its layers name and no sprite holds, at the pixel ratio of the atlas's symbols. */
  image?: (id: string, ratio: number) => SymbolImage | null;
}

const prefix = "basemap/";

/** Names of a basemap's sources and layers are set apart from the atlas's own. */
export function withPrefixedIds({ sources, layers, ...rest }: BasemapStyle): BasemapStyle {
  return {
    ...rest,
    sources: Object.fromEntries(Object.entries(sources).map(([id, source]) => [prefix + id, source])),
    layers: layers.map((layer) => {
      const prefixed = { ...layer, id: prefix + layer.id };
      return "source" in prefixed && typeof prefixed.source === "string"
        ? { ...prefixed, source: prefix + prefixed.source }
        : prefixed;
    }),
  };
}
