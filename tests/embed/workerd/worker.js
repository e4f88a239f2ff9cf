// @ts-check
// The core as a worker module, for a back end with millions of stories: send a page or a text, get its plan.
//   curl --data-binary @page.html -H 'content-type: text/html' http://localhost:8080/
import { parseHTML } from "linkedom/worker";
import { load } from "zubda";
// Here an import of wasm is a compiled module, shared by all instances.
import wasm from "zubda/zubda_bg.wasm";

const zubda = await load({ wasm });

export default {
  /** @param {Request} request */
  async fetch(request) {
    const isHtml = request.headers.get("content-type")?.startsWith("text/html");
    const body = await request.text();
    try {
      // Any parser that gives a Document will do.
      const plan = isHtml ? zubda.analyze(parseHTML(body).document) : zubda.analyzeText(body);
      return Response.json(plan);
    } catch (/** @type {any} */ error) {
      return Response.json({ error: { code: error.code, message: error.message } }, { status: 400 });
    }
  },
};
