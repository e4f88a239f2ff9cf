import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import Reader from "./Reader.vue";

/** The page's markup as a server sends it. */
export const render = () => renderToString(createSSRApp(Reader));
