// @ts-check
// What a site without a framework writes; Vite, webpack and esbuild each build this same file.
import { load } from "zubda";
import { ZubdaArticle } from "zubda/element";

ZubdaArticle.configure({ engine: "worker" });

const zubda = await load();
const worker = await load({ engine: "worker" });
const text = "The harbour of Tarn reopened on Monday.\n\n[ad_1]\n\nTwo ferries came in before noon.";
const [here, there] = [zubda.analyzeText(text), await worker.analyzeText(text)];
worker.close();
Object.assign(window, { results: [here.text, there.text] });
