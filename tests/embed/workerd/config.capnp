using Workerd = import "/workerd/workerd.capnp";

# dist/workerd/ is what `build.mjs` makes of worker.js: one file, and the wasm beside it.
const config :Workerd.Config = (
  services = [(name = "zubda", worker = .zubda)],
  sockets = [(name = "http", address = "localhost:8080", http = (), service = "zubda")],
);

const zubda :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "../dist/workerd/worker.js"),
    (name = "zubda/zubda_bg.wasm", wasm = embed "../dist/workerd/zubda_bg.wasm"),
  ],
  compatibilityDate = "2025-10-01",
);
