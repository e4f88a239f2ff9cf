import { createSSRApp } from "vue";
import "zubda/element";
import Reader from "./Reader.vue";

createSSRApp(Reader).mount("#root");
