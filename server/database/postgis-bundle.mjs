// Packs what the embedded database needs of PostGIS into server/generated, after every installation. The package also has the libraries
// for rasters and topology, each as large as PostGIS itself, and scripts for upgrades; the embedded database would unpack, compile and link
// all of it at every start.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const PACKED = new URL("../generated/postgis.tar.gz", import.meta.url);

const NEEDED =
  /^(lib\/postgresql\/postgis-3\.so|share\/proj\/.+|share\/postgresql\/extension\/postgis(\.control|--[\d.]+\.sql))$/;

/**
 * The extension with the packed files instead of all, where they have been packed. The parameters of its setup are PGlite's own and
 * handed on as they are, hence `any`.
 * @template {{ setup: (...parameters: any[]) => Promise<{ bundlePath?: URL }> }} Extension
 * @param {Extension} extension
 * @returns {Extension}
 */
export const withPackedFiles = (extension) => ({
  ...extension,
  setup: async (...parameters) => {
    const setup = await extension.setup(...parameters);
    return existsSync(PACKED) ? { ...setup, bundlePath: PACKED } : setup;
  },
});

/** The needed files of a tar archive, as a tar archive. @param {Buffer} archive */
function neededOf(archive) {
  const needed = [];
  for (let offset = 0; archive[offset]; ) {
    // A header of 512 bytes with the name, and the size in octal digits; then the content, filled up to whole blocks of 512.
    const text = (/** @type {number} */ start, /** @type {number} */ end) =>
      archive.toString("latin1", offset + start, offset + end).replace(/\0.*/s, "");
    const end = offset + 512 + Math.ceil(Number.parseInt(text(124, 136), 8) / 512) * 512;
    if (NEEDED.test(text(0, 100))) needed.push(archive.subarray(offset, end));
    offset = end;
  }
  return Buffer.concat([...needed, Buffer.alloc(1024)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = new URL("./postgis.tar.gz", import.meta.resolve("@electric-sql/pglite-postgis"));
  mkdirSync(new URL(".", PACKED), { recursive: true });
  writeFileSync(PACKED, gzipSync(neededOf(gunzipSync(readFileSync(all))), { level: 1 }));
}
