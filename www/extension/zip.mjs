// @ts-check
// A zip that is as small as deflate can be, and the same bytes wherever it is made. The deflate stream is made by Zopfli: for
// WebAssembly it is 7 % smaller than zlib's best.
import zopfli from "@gfx/zopfli";
import { Zip } from "fflate";
import { crc32 } from "node:zlib";

/** Of {@link https://github.com/google/zopfli}: fifteen would win another 0.04 %. */
const ITERATIONS = 5;
const DEFLATED = 8;

/** What the zips have in common is worked out once. @type {WeakMap<Uint8Array, Promise<Uint8Array>>} */
const done = new WeakMap();

/** @param {Uint8Array} bytes */
function deflate(bytes) {
  const known = done.get(bytes) ?? zopfli.deflateAsync(bytes, { numiterations: ITERATIONS });
  done.set(bytes, known);
  return known;
}

/**
 * @param {Map<string, Uint8Array>} files by their names, in order
 * @returns {Promise<Buffer>}
 */
export async function pack(files) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [filename, bytes] of files) {
    /** @type {import("fflate").ZipInputFile} */
    const file = {
      filename,
      size: bytes.length,
      crc: crc32(bytes),
      compression: DEFLATED,
      // Zip keeps local time: this is the same hour in every zone.
      mtime: new Date(1980, 0, 1),
    };
    zip.add(file);
    file.ondata?.(null, await deflate(bytes), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}
