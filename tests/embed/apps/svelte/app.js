import { hydrate } from "svelte";
import "zubda/element";
import Reader from "./Reader.svelte";

hydrate(Reader, { target: document.getElementById("root") });
