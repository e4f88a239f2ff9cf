// @ts-check
// The core with little memory: it is what it is but for a page that is too large for that memory, on which it traps.

const HEADER = 8;
const MEMORY = 5;

/**
 * A module whose memory may not grow by more than some pages of 64 KiB.
 *
 * @param {Uint8Array} wasm
 * @param {number} pages
 * @returns {Uint8Array}
 */
export function capped(wasm, pages) {
  const sections = [wasm.subarray(0, HEADER)];
  for (let at = HEADER; at < wasm.length;) {
    const size = number(wasm, at + 1);
    const end = size.next + size.value;
    if (wasm[at] === MEMORY) {
      // One memory: how many there are, whether there is a most, the least.
      const least = number(wasm, size.next + 2).value;
      const content = [1, 1, ...bytes(least), ...bytes(least + pages)];
      sections.push(Uint8Array.from([MEMORY, ...bytes(content.length), ...content]));
    } else sections.push(wasm.subarray(at, end));
    at = end;
  }
  return Buffer.concat(sections);
}

/**
 * A number as WebAssembly writes it: seven bits in each byte, the lowest first.
 *
 * @param {Uint8Array} wasm
 * @param {number} at
 */
function number(wasm, at) {
  let value = 0;
  let next = at;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[next++];
    value |= (byte & 127) << shift;
    if (byte < 128) return { value, next };
  }
}

/** @param {number} value @returns {number[]} */
function bytes(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...bytes(value >>> 7)];
}
