var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// pkg/zubda.js
var zubda_exports = {};
__export(zubda_exports, {
  analyze: () => analyze,
  analyzeText: () => analyzeText,
  default: () => __wbg_init,
  initSync: () => initSync,
  memoryBytes: () => memoryBytes,
  renew: () => renew,
  start: () => start
});
function analyze(snapshot, options) {
  const ret = wasm.analyze(snapshot, options);
  if (ret[2]) {
    throw takeFromExternrefTable0(ret[1]);
  }
  return takeFromExternrefTable0(ret[0]);
}
function analyzeText(text, options, title, language) {
  const ret = wasm.analyzeText(text, options, title, language);
  if (ret[2]) {
    throw takeFromExternrefTable0(ret[1]);
  }
  return takeFromExternrefTable0(ret[0]);
}
function start() {
  wasm.start();
}
function __wbg_get_imports() {
  const import0 = {
    __proto__: null,
    __wbg_Error_208446807d0d1e30: function(arg0, arg1) {
      const ret = Error(getStringFromWasm0(arg0, arg1));
      return ret;
    },
    __wbg_String_8564e559799eccda: function(arg0, arg1) {
      const ret = String(arg1);
      const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
      const len1 = WASM_VECTOR_LEN;
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
    },
    __wbg___wbindgen_bigint_get_as_i64_11da4b52cd0aedef: function(arg0, arg1) {
      const v = arg1;
      const ret = typeof v === "bigint" ? v : void 0;
      getDataViewMemory0().setBigInt64((arg0 >>> 0) + 8 * 1, isLikeNone(ret) ? BigInt(0) : ret, true);
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, !isLikeNone(ret), true);
    },
    __wbg___wbindgen_boolean_get_4f1baf9a00be3c74: function(arg0) {
      const v = arg0;
      const ret = typeof v === "boolean" ? v : void 0;
      return isLikeNone(ret) ? 16777215 : ret ? 1 : 0;
    },
    __wbg___wbindgen_debug_string_f249a2a76caa9a55: function(arg0, arg1) {
      const ret = debugString(arg1);
      const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
      const len1 = WASM_VECTOR_LEN;
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
    },
    __wbg___wbindgen_in_3f58a9d3b3a7eed2: function(arg0, arg1) {
      const ret = arg0 in arg1;
      return ret;
    },
    __wbg___wbindgen_is_bigint_5fa10641e039d3ef: function(arg0) {
      const ret = typeof arg0 === "bigint";
      return ret;
    },
    __wbg___wbindgen_is_function_741ff2bb612836f5: function(arg0) {
      const ret = typeof arg0 === "function";
      return ret;
    },
    __wbg___wbindgen_is_null_c22311b1cc228e3a: function(arg0) {
      const ret = arg0 === null;
      return ret;
    },
    __wbg___wbindgen_is_object_8b968c3ab8e96595: function(arg0) {
      const val = arg0;
      const ret = typeof val === "object" && val !== null;
      return ret;
    },
    __wbg___wbindgen_is_string_fc456fee5d3317de: function(arg0) {
      const ret = typeof arg0 === "string";
      return ret;
    },
    __wbg___wbindgen_is_undefined_be5b34249ff1fc15: function(arg0) {
      const ret = arg0 === void 0;
      return ret;
    },
    __wbg___wbindgen_jsval_eq_38d7bfbe4cc84039: function(arg0, arg1) {
      const ret = arg0 === arg1;
      return ret;
    },
    __wbg___wbindgen_jsval_loose_eq_b2f214e2e4b30e36: function(arg0, arg1) {
      const ret = arg0 == arg1;
      return ret;
    },
    __wbg___wbindgen_number_get_934b640d0889af78: function(arg0, arg1) {
      const obj = arg1;
      const ret = typeof obj === "number" ? obj : void 0;
      getDataViewMemory0().setFloat64((arg0 >>> 0) + 8 * 1, isLikeNone(ret) ? 0 : ret, true);
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, !isLikeNone(ret), true);
    },
    __wbg___wbindgen_string_get_7ce8eee7fd327545: function(arg0, arg1) {
      const obj = arg1;
      const ret = typeof obj === "string" ? obj : void 0;
      var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
      var len1 = WASM_VECTOR_LEN;
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
    },
    __wbg___wbindgen_throw_4c88d8bf264fd984: function(arg0, arg1) {
      throw new Error(getStringFromWasm0(arg0, arg1));
    },
    __wbg_call_40b008ba32f73991: function() {
      return handleError(function(arg0, arg1) {
        const ret = arg0.call(arg1);
        return ret;
      }, arguments);
    },
    __wbg_done_57e08d0be6e30c02: function(arg0) {
      const ret = arg0.done;
      return ret;
    },
    __wbg_entries_7bb1459bd9b5c2b9: function(arg0) {
      const ret = Object.entries(arg0);
      return ret;
    },
    __wbg_error_757e9472f8410341: function(arg0, arg1) {
      let deferred0_0;
      let deferred0_1;
      try {
        deferred0_0 = arg0;
        deferred0_1 = arg1;
        console.error(getStringFromWasm0(arg0, arg1));
      } finally {
        wasm.__wbindgen_free(deferred0_0, deferred0_1, 1);
      }
    },
    __wbg_get_2080c49015e35254: function() {
      return handleError(function(arg0, arg1) {
        const ret = Reflect.get(arg0, arg1);
        return ret;
      }, arguments);
    },
    __wbg_get_635eea311fa1a291: function() {
      return handleError(function(arg0, arg1) {
        const ret = Reflect.get(arg0, arg1);
        return ret;
      }, arguments);
    },
    __wbg_get_d7176cfb76d71114: function(arg0, arg1) {
      const ret = arg0[arg1 >>> 0];
      return ret;
    },
    __wbg_get_unchecked_e6325ad374eff861: function(arg0, arg1) {
      const ret = arg0[arg1 >>> 0];
      return ret;
    },
    __wbg_instanceof_ArrayBuffer_12cdaa4161423e6b: function(arg0) {
      let result;
      try {
        result = arg0 instanceof ArrayBuffer;
      } catch (_) {
        result = false;
      }
      const ret = result;
      return ret;
    },
    __wbg_instanceof_Map_0b4fc8b62e73f163: function(arg0) {
      let result;
      try {
        result = arg0 instanceof Map;
      } catch (_) {
        result = false;
      }
      const ret = result;
      return ret;
    },
    __wbg_instanceof_Object_97e16a01fd368661: function(arg0) {
      let result;
      try {
        result = arg0 instanceof Object;
      } catch (_) {
        result = false;
      }
      const ret = result;
      return ret;
    },
    __wbg_instanceof_Uint8Array_d7aeb0dcb3108fea: function(arg0) {
      let result;
      try {
        result = arg0 instanceof Uint8Array;
      } catch (_) {
        result = false;
      }
      const ret = result;
      return ret;
    },
    __wbg_isArray_bcf1376d0d732d08: function(arg0) {
      const ret = Array.isArray(arg0);
      return ret;
    },
    __wbg_isSafeInteger_1a35ba4d31e71d38: function(arg0) {
      const ret = Number.isSafeInteger(arg0);
      return ret;
    },
    __wbg_isView_7c4f5a7c257b3a84: function(arg0) {
      const ret = ArrayBuffer.isView(arg0);
      return ret;
    },
    __wbg_iterator_e4c5e8f68ada7b58: function() {
      const ret = Symbol.iterator;
      return ret;
    },
    __wbg_length_186163212ffe79c3: function(arg0) {
      const ret = arg0.length;
      return ret;
    },
    __wbg_length_2bed110acaa683b2: function(arg0) {
      const ret = arg0.length;
      return ret;
    },
    __wbg_length_b03a0fabb109b1e9: function(arg0) {
      const ret = arg0.length;
      return ret;
    },
    __wbg_length_c702d06d28b96b72: function(arg0) {
      const ret = arg0.length;
      return ret;
    },
    __wbg_new_0f24d369217964cc: function(arg0) {
      const ret = new Uint16Array(arg0);
      return ret;
    },
    __wbg_new_13de428334042d26: function(arg0) {
      const ret = new Uint8Array(arg0);
      return ret;
    },
    __wbg_new_37eb45aaf5eeb820: function() {
      const ret = new Array();
      return ret;
    },
    __wbg_new_787b9fb330d55d78: function(arg0, arg1) {
      const ret = new Error(getStringFromWasm0(arg0, arg1));
      return ret;
    },
    __wbg_new_a2eeb1f991f36b47: function(arg0) {
      const ret = new Uint32Array(arg0);
      return ret;
    },
    __wbg_new_bb74001155cb8ca8: function() {
      const ret = new Error();
      return ret;
    },
    __wbg_new_cd4348290afae586: function() {
      const ret = new Object();
      return ret;
    },
    __wbg_next_178c1651c11432b3: function(arg0) {
      const ret = arg0.next;
      return ret;
    },
    __wbg_next_af5ac6a08bb0a717: function() {
      return handleError(function(arg0) {
        const ret = arg0.next();
        return ret;
      }, arguments);
    },
    __wbg_prototypesetcall_13162965d1fe7aa3: function(arg0, arg1, arg2) {
      Uint8Array.prototype.set.call(getArrayU8FromWasm0(arg0, arg1), arg2);
    },
    __wbg_prototypesetcall_176a45d9d7816388: function(arg0, arg1, arg2) {
      Uint16Array.prototype.set.call(getArrayU16FromWasm0(arg0, arg1), arg2);
    },
    __wbg_prototypesetcall_4aea6470234c8414: function(arg0, arg1, arg2) {
      Uint32Array.prototype.set.call(getArrayU32FromWasm0(arg0, arg1), arg2);
    },
    __wbg_set_2793479888329cb6: function() {
      return handleError(function(arg0, arg1, arg2) {
        const ret = Reflect.set(arg0, arg1, arg2);
        return ret;
      }, arguments);
    },
    __wbg_set_d2d33b52458e984a: function(arg0, arg1, arg2) {
      arg0[arg1 >>> 0] = arg2;
    },
    __wbg_set_e4b9a833d288759a: function(arg0, arg1, arg2) {
      arg0[arg1] = arg2;
    },
    __wbg_stack_575c4e0918581b9c: function(arg0, arg1) {
      const ret = arg1.stack;
      const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
      const len1 = WASM_VECTOR_LEN;
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
    },
    __wbg_value_e0f328965e184931: function(arg0) {
      const ret = arg0.value;
      return ret;
    },
    __wbindgen_generic_0000000000000001: function(arg0) {
      const ret = arg0;
      return ret;
    },
    __wbindgen_generic_0000000000000002: function(arg0) {
      const ret = arg0;
      return ret;
    },
    __wbindgen_generic_0000000000000003: function(arg0, arg1) {
      const ret = getStringFromWasm0(arg0, arg1);
      return ret;
    },
    __wbindgen_generic_0000000000000004: function(arg0) {
      const ret = BigInt.asUintN(64, arg0);
      return ret;
    },
    __wbindgen_init_externref_table: function() {
      const table = wasm.__wbindgen_externrefs;
      table.set(0, void 0);
      table.set(1024, void 0);
      table.set(1025, null);
      table.set(1026, true);
      table.set(1027, false);
    }
  };
  return {
    __proto__: null,
    "./zubda_bg.js": import0
  };
}
function addToExternrefTable0(obj) {
  const idx = wasm.__externref_table_alloc();
  wasm.__wbindgen_externrefs.set(idx, obj);
  return idx;
}
function debugString(val) {
  switch (typeof val) {
    // primitive types
    case "number":
    case "boolean":
    case "undefined":
      return `${val}`;
    case "string":
      return JSON.stringify(val);
    case "bigint":
      return `${val}n`;
    case "symbol":
      return val.description !== void 0 ? `Symbol(${val.description})` : "Symbol";
    case "function":
      return typeof val.name === "string" && val.name !== "" ? `Function(${val.name})` : "Function";
    case "object": {
      if (val === null) {
        return "null";
      }
      if (Array.isArray(val)) {
        return "[" + Array.from(val, debugString).join(", ") + "]";
      }
      if (val instanceof Error) {
        return `${val.name}: ${val.message}
${val.stack}`;
      }
      const toStringOutput = toString.call(val);
      const className = /\[object ([^\]]+)\]/.exec(toStringOutput)?.[1];
      if (className === void 0) {
        return toStringOutput;
      }
      if (className === "Object") {
        try {
          return "Object(" + JSON.stringify(val) + ")";
        } catch (_) {
          return "Object";
        }
      }
      return className;
    }
  }
}
function getArrayU16FromWasm0(ptr, len) {
  ptr = ptr >>> 0;
  return getUint16ArrayMemory0().subarray(ptr / 2, ptr / 2 + len);
}
function getArrayU32FromWasm0(ptr, len) {
  ptr = ptr >>> 0;
  return getUint32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}
function getArrayU8FromWasm0(ptr, len) {
  ptr = ptr >>> 0;
  return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}
var cachedDataViewMemory0 = null;
function getDataViewMemory0() {
  if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || cachedDataViewMemory0.buffer.detached === void 0 && cachedDataViewMemory0.buffer !== wasm.memory.buffer) {
    cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
  }
  return cachedDataViewMemory0;
}
function getStringFromWasm0(ptr, len) {
  ptr = ptr >>> 0;
  return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}
var cachedUint16ArrayMemory0 = null;
function getUint16ArrayMemory0() {
  if (cachedUint16ArrayMemory0 === null || cachedUint16ArrayMemory0.byteLength === 0) {
    cachedUint16ArrayMemory0 = new Uint16Array(wasm.memory.buffer);
  }
  return cachedUint16ArrayMemory0;
}
var cachedUint32ArrayMemory0 = null;
function getUint32ArrayMemory0() {
  if (cachedUint32ArrayMemory0 === null || cachedUint32ArrayMemory0.byteLength === 0) {
    cachedUint32ArrayMemory0 = new Uint32Array(wasm.memory.buffer);
  }
  return cachedUint32ArrayMemory0;
}
var cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
  if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
    cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
  }
  return cachedUint8ArrayMemory0;
}
function handleError(f, args) {
  try {
    return f.apply(this, args);
  } catch (e) {
    const idx = addToExternrefTable0(e);
    wasm.__wbindgen_exn_store(idx);
  }
}
function isLikeNone(x) {
  return x === void 0 || x === null;
}
function passStringToWasm0(arg, malloc, realloc) {
  if (realloc === void 0) {
    const buf = cachedTextEncoder.encode(arg);
    const ptr2 = malloc(buf.length, 1) >>> 0;
    getUint8ArrayMemory0().subarray(ptr2, ptr2 + buf.length).set(buf);
    WASM_VECTOR_LEN = buf.length;
    return ptr2;
  }
  let len = arg.length;
  let ptr = malloc(len, 1) >>> 0;
  const mem = getUint8ArrayMemory0();
  let offset = 0;
  for (; offset < len; offset++) {
    const code = arg.charCodeAt(offset);
    if (code > 127) break;
    mem[ptr + offset] = code;
  }
  if (offset !== len) {
    if (offset !== 0) {
      arg = arg.slice(offset);
    }
    ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
    const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
    const ret = cachedTextEncoder.encodeInto(arg, view);
    offset += ret.written;
    ptr = realloc(ptr, len, offset, 1) >>> 0;
  }
  WASM_VECTOR_LEN = offset;
  return ptr;
}
function takeFromExternrefTable0(idx) {
  const value = wasm.__wbindgen_externrefs.get(idx);
  wasm.__externref_table_dealloc(idx);
  return value;
}
var cachedTextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
cachedTextDecoder.decode();
var MAX_SAFARI_DECODE_BYTES = 2146435072;
var numBytesDecoded = 0;
function decodeText(bytes) {
  numBytesDecoded += bytes.length;
  if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
    cachedTextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
    cachedTextDecoder.decode();
    numBytesDecoded = bytes.length;
  }
  return cachedTextDecoder.decode(bytes);
}
var cachedTextEncoder = new TextEncoder();
if (!("encodeInto" in cachedTextEncoder)) {
  cachedTextEncoder.encodeInto = function(arg, view) {
    const buf = cachedTextEncoder.encode(arg);
    view.set(buf);
    return {
      read: arg.length,
      written: buf.length
    };
  };
}
var WASM_VECTOR_LEN = 0;
var wasmModule;
var wasmInstance;
var wasm;
function __wbg_finalize_init(instance, module) {
  wasmInstance = instance;
  wasm = instance.exports;
  wasmModule = module;
  cachedDataViewMemory0 = null;
  cachedUint16ArrayMemory0 = null;
  cachedUint32ArrayMemory0 = null;
  cachedUint8ArrayMemory0 = null;
  wasm.__wbindgen_start();
  return wasm;
}
async function __wbg_load(module, imports) {
  if (typeof Response === "function" && module instanceof Response) {
    if (!module.ok) {
      throw new Error(`failed to fetch Wasm: ${module.status} ${module.statusText} fetching '${module.url}'`);
    }
    if (typeof WebAssembly.instantiateStreaming === "function") {
      try {
        return await WebAssembly.instantiateStreaming(module, imports);
      } catch (e) {
        const validResponse = expectedResponseType(module.type);
        if (validResponse && module.headers.get("Content-Type") !== "application/wasm") {
          console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n", e);
        } else {
          throw e;
        }
      }
    }
    const bytes = await module.arrayBuffer();
    return await WebAssembly.instantiate(bytes, imports);
  } else {
    const instance = await WebAssembly.instantiate(module, imports);
    if (instance instanceof WebAssembly.Instance) {
      return { instance, module };
    } else {
      return instance;
    }
  }
  function expectedResponseType(type) {
    switch (type) {
      case "basic":
      case "cors":
      case "default":
        return true;
    }
    return false;
  }
}
function initSync(module) {
  if (wasm !== void 0) return wasm;
  if (module !== void 0) {
    if (Object.getPrototypeOf(module) === Object.prototype) {
      ({ module } = module);
    } else {
      console.warn("using deprecated parameters for `initSync()`; pass a single object instead");
    }
  }
  const imports = __wbg_get_imports();
  if (!(module instanceof WebAssembly.Module)) {
    module = new WebAssembly.Module(module);
  }
  const instance = new WebAssembly.Instance(module, imports);
  return __wbg_finalize_init(instance, module);
}
var __wbg_init_promise;
async function __wbg_init(module_or_path) {
  if (wasm !== void 0) return wasm;
  if (__wbg_init_promise === void 0) {
    __wbg_init_promise = __wbg_init_once(module_or_path);
    __wbg_init_promise.catch(() => {
      __wbg_init_promise = void 0;
    });
  }
  return __wbg_init_promise;
}
async function __wbg_init_once(module_or_path) {
  if (module_or_path !== void 0) {
    if (Object.getPrototypeOf(module_or_path) === Object.prototype) {
      ({ module_or_path } = module_or_path);
    } else {
      console.warn("using deprecated parameters for the initialization function; pass a single object instead");
    }
  }
  if (module_or_path === void 0) {
    module_or_path = new URL("zubda_bg.wasm", import.meta.url);
  }
  const imports = __wbg_get_imports();
  if (typeof module_or_path === "string" || typeof Request === "function" && module_or_path instanceof Request || typeof URL === "function" && module_or_path instanceof URL) {
    module_or_path = fetch(module_or_path);
  }
  const { instance, module } = await __wbg_load(await module_or_path, imports);
  return __wbg_finalize_init(instance, module);
}
var memoryBytes = () => wasm.memory.buffer.byteLength;
function renew() {
  __wbg_finalize_init(new WebAssembly.Instance(wasmModule, __wbg_get_imports()), wasmModule);
}

// pkg/error.js
var CODES = /* @__PURE__ */ new Set(["load", "target", "snapshot", "options", "text", "page", "internal"]);
var ZubdaError = class _ZubdaError extends Error {
  /**
   * @param {ErrorCode} code stable; the message is for people
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, cause === void 0 ? void 0 : { cause });
    this.name = "ZubdaError";
    this.code = code;
  }
  /**
   * @param {any} cause
   * @returns {ZubdaError}
   */
  static from(cause) {
    if (cause instanceof _ZubdaError) return cause;
    const code = CODES.has(cause?.code) ? cause.code : "internal";
    return new _ZubdaError(code, String(cause?.message ?? cause), cause);
  }
};

// pkg/engine.js
var { memoryBytes: memoryBytes2, renew: renew2 } = zubda_exports;
var started = null;
async function here(wasm2) {
  started ??= Promise.resolve(wasm2).then(
    (source) => __wbg_init(source === void 0 ? void 0 : { module_or_path: source })
  );
  try {
    await started;
  } catch (cause) {
    started = null;
    throw new ZubdaError("load", "the WebAssembly module could not be started", cause);
  }
  return {
    analyze: (snapshot, options = {}, signal) => {
      signal?.throwIfAborted();
      return guard(() => analyze(snapshot, options));
    },
    analyzeText: (text, options, signal) => {
      signal?.throwIfAborted();
      return textHere(text, options);
    }
  };
}
function textHere(text, { title, language, ...options } = {}) {
  return guard(() => analyzeText(text, options, title, language));
}
var MAX_MEMORY = 16 << 20;
function guard(call) {
  try {
    return call();
  } catch (cause) {
    const error = ZubdaError.from(cause);
    if (error.code === "internal") renew2();
    throw error;
  } finally {
    if (memoryBytes2() > MAX_MEMORY) renew2();
  }
}

// www/extension/api.js
var api = globalThis.browser ?? chrome;
var VERSION = 2;

// www/extension/words.js
function say(name, number) {
  return api.i18n.getMessage(name, number === void 0 ? void 0 : String(number)) || name;
}
function sayRefused(refused) {
  return say(`refused_${refused.replaceAll("-", "_")}`);
}

// www/shell/kinds.js
var KIND_OF = {
  "ad-marker": "ads",
  "ad-label": "ads",
  "ad-slot": "ads",
  shortcode: "leftovers",
  "script-text": "leftovers",
  punctuation: "leftovers",
  encoding: "leftovers",
  "duplicate-headline": "headline",
  "source-label": "source",
  "feed-tail": "source",
  rights: "source",
  related: "related",
  "read-more": "related",
  promotion: "promotions",
  share: "promotions",
  paywall: "promotions",
  caption: "captions",
  comments: "related",
  overlay: "promotions",
  column: "around",
  around: "around"
};
var REASONS = Object.keys(KIND_OF);

// www/extension/settings.js
var SETTINGS_VERSION = 2;
var KINDS = [...new Set(Object.values(KIND_OF))].filter((kind) => kind !== "captions");
var LEVELS = ["leftovers", "tidy", "dim", "story"];
var DEFAULTS = Object.freeze({
  level: "tidy",
  sentences: 3,
  spare: [],
  marks: true,
  size: 100,
  width: 0,
  panel: false
});
var MIGRATIONS = {
  // What became of all outside of the story was a setting of its own.
  1: ({ focus, ...rest }) => ({
    ...rest,
    ...focus === "hide" && { level: "story" },
    ...focus === "dim" && { level: "dim" }
  })
};
function readSettings(stored, migrations = MIGRATIONS, version = SETTINGS_VERSION) {
  let value = isRecord(stored) ? stored : {};
  let from = typeof value.version === "number" ? value.version : version;
  for (; from < version && migrations[from]; from += 1) value = migrations[from](value);
  const kinds = Array.isArray(value.spare) ? value.spare.filter((kind) => KINDS.includes(kind)) : DEFAULTS.spare;
  const widths = within(value.width, 40, 100);
  return {
    level: levelIn(value) ?? DEFAULTS.level,
    sentences: within(value.sentences, 0, 20) ?? DEFAULTS.sentences,
    spare: [...new Set(kinds)],
    marks: typeof value.marks === "boolean" ? value.marks : DEFAULTS.marks,
    size: within(value.size, 80, 200) ?? DEFAULTS.size,
    width: widths ?? DEFAULTS.width,
    panel: typeof value.panel === "boolean" ? value.panel : DEFAULTS.panel
  };
}
function readSite(stored) {
  const value = isRecord(stored) ? stored : {};
  const never = Array.isArray(value.never) ? value.never.filter((rule) => typeof rule === "string") : [];
  return { always: value.always === true, level: levelIn(value), never: [...new Set(never)] };
}
function levelIn({ level }) {
  return LEVELS.find((one) => one === level) ?? null;
}
function within(value, least, most) {
  return typeof value === "number" && value >= least && value <= most ? Math.round(value) : null;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// www/extension/storage.js
var SETTINGS = "settings";
var SITE = "site:";
async function loadSettings() {
  return readSettings((await api.storage.sync.get(SETTINGS))[SETTINGS]);
}
async function loadSites() {
  const stored = await api.storage.sync.get(null);
  const names = Object.keys(stored).filter((name) => name.startsWith(SITE));
  return names.sort().map((name) => [name.slice(SITE.length), readSite(stored[name])]);
}
function patternOf(host) {
  return `*://${host}/*`;
}

// www/extension/background.js
var WASM = new URL("zubda_bg.wasm", import.meta.url);
var PANEL = "popup.html";
here(WASM).catch(() => {
});
api.action.onClicked.addListener((tab) => void toggle(tab.id));
api.commands.onCommand.addListener((name, tab) => {
  if (name === "panel") openPanel(tab?.id);
});
api.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (menuItemId === "toggle") void toggle(tab?.id);
  if (menuItemId === "panel") openPanel(tab?.id);
});
api.runtime.onMessage.addListener((request, sender, answer) => {
  if (request.version !== VERSION) return;
  void heed(request, sender.tab?.id).then(answer);
  return true;
});
api.runtime.onInstalled.addListener(() => {
  api.contextMenus.removeAll(() => {
    api.contextMenus.create({ id: "toggle", title: say("toggle"), contexts: ["page", "selection", "link"] });
    api.contextMenus.create({ id: "panel", title: say("panel"), contexts: ["action"] });
  });
  void keepUp();
});
api.runtime.onStartup.addListener(() => void keepUp());
api.permissions.onAdded.addListener(() => void keepUp());
api.permissions.onRemoved.addListener(() => void keepUp());
api.storage.onChanged.addListener(() => void keepUp());
async function heed(request, tabId) {
  if (request.kind === "analyze") return analyze2(request);
  if (request.kind === "state") await show(tabId, request.state);
  if (request.kind === "style") await dress(tabId, request);
  return {};
}
async function analyze2({ snapshot, options }) {
  try {
    const core = await here(WASM);
    return { plan: core.analyze(snapshot, options) };
  } catch (cause) {
    const { code, message } = ZubdaError.from(cause);
    return { error: { code, message } };
  }
}
async function toggle(tabId) {
  if (tabId === void 0) return;
  const target = { tabId };
  const args = [Date.now()];
  try {
    await Promise.all([
      patiently(() => api.scripting.executeScript({ target, func: click, args })),
      patiently(() => api.scripting.executeScript({ target, files: ["content.js"] }))
    ]);
  } catch {
    await show(tabId, { on: false, wish: null, minutes: 0, hidden: [], refused: "closed" });
  }
}
function click(at) {
  const scope = globalThis;
  const script = scope[Symbol.for("zubda")];
  if (script) void script.toggle(at);
  else scope[Symbol.for("zubda-click")] = at;
}
var PATIENCE = [10, 40, 160];
async function patiently(put) {
  for (const pause of PATIENCE) {
    try {
      return await put();
    } catch {
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return put();
}
async function show(tabId, { on, hidden, refused }) {
  if (tabId === void 0) return;
  const cleaned = hidden.length ? say("undo") : say("nothing");
  const title = `Zubda: ${refused ? sayRefused(refused) : on ? cleaned : say("clean")}`;
  await Promise.all([
    api.action.setBadgeText({ tabId, text: on ? String(hidden.length || "✓") : "" }),
    api.action.setBadgeBackgroundColor({ tabId, color: "#96590f" }),
    api.action.setTitle({ tabId, title })
  ]).catch(() => {
  });
}
async function dress(tabId, { remove, insert }) {
  if (tabId === void 0) return;
  const target = { tabId, allFrames: true };
  try {
    if (remove) await api.scripting.removeCSS({ target, css: remove });
    if (insert) await api.scripting.insertCSS({ target, css: insert });
  } catch {
  }
}
function openPanel(tabId) {
  const popup = `${PANEL}#${tabId ?? ""}`;
  const set = api.action.setPopup({ popup });
  const opened = api.action.openPopup();
  void Promise.all([set, opened]).catch(() => api.tabs.create({ url: popup })).then(keepUp);
}
var kept = Promise.resolve();
function keepUp() {
  kept = kept.then(bringUp).catch(() => {
  });
  return kept;
}
async function bringUp() {
  const [settings, sites] = await Promise.all([loadSettings(), loadSites()]);
  await api.action.setPopup({ popup: settings.panel ? PANEL : "" });
  const wanted = sites.filter(([, site]) => site.always).map(([host]) => patternOf(host));
  const granted = await Promise.all(wanted.map((origin) => api.permissions.contains({ origins: [origin] })));
  const matches = wanted.filter((_, i) => granted[i]);
  const script = {
    id: "always",
    js: ["content.js", "always.js"],
    matches,
    runAt: "document_idle"
  };
  const [before] = await api.scripting.getRegisteredContentScripts({ ids: [script.id] });
  if (!matches.length) {
    if (before) await api.scripting.unregisterContentScripts({ ids: [script.id] });
  } else if (!before) await api.scripting.registerContentScripts([script]);
  else if (String(before.matches) !== String(matches)) await api.scripting.updateContentScripts([script]);
}
