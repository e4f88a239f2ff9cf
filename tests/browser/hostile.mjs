// @ts-check
// Pages that mean harm, or are merely strange, written for this project; large ones are grown by a script of their own.

const STORY = `<article><h1>Harbour of Tarn reopens</h1><p>[ad_1]</p>
<p>The harbour of Tarn reopened on Monday after two years of repairs, and the first ferries came in before noon.</p>
<p>“We are three weeks early,” said Nora Hale, who runs the port, “and nobody is more surprised than I am.”. .</p>
<p>Six ships a week will call at the eastern quay at first, and ten before the summer ends, the port said.</p>
<p>The quay had been shut since a winter storm in 2024, and goods went by road from the next harbour.</p>
<p>Twelve hundred people work in the port. Half of them had been sent home while the work went on.</p>
<p>The first ship on Thursday will bring grain. [ad_2]</p><p>Source:</p></article>`;

/**
 * @param {string} body
 * @param {string} [head]
 */
const page = (body, head = "") =>
  `<!doctype html><html lang="en"><head><title>Harbour of Tarn reopens</title>${head}</head><body>${body}</body></html>`;
/** @param {string} script runs after the story is there */
const scripted = (script) => page(`${STORY}<script>${script}</script>`);
/** @param {string} script runs before anything else */
const first = (script) => page(STORY, `<script>${script}</script>`);

/** @type {Record<string, string>} */
export const HOSTILE = {
  // Size.
  "200,000 elements": scripted(
    `let s=document.createDocumentFragment();for(let i=0;i<100000;i++){let d=document.createElement("div");d.append(document.createElement("b"));s.append(d)}document.body.append(s)`,
  ),
  "a million empty spans": scripted(
    `let s=document.createElement("div");s.hidden=true;for(let i=0;i<1e6;i++)s.append(document.createElement("span"));document.body.append(s)`,
  ),
  // Chromium itself hangs where so many levels are laid out.
  "5,000 levels deep": scripted(
    `let d=document.body.appendChild(document.createElement("div"));d.hidden=true;for(let i=0;i<5000;i++)d=d.appendChild(document.createElement("div"));d.textContent="At the bottom."`,
  ),
  "2,000 levels deep, and shown": scripted(
    `let d=document.body;for(let i=0;i<2000;i++)d=d.appendChild(document.createElement("div"));d.textContent="At the bottom."`,
  ),
  "400 inline levels": page(`${STORY}${"<b><i>".repeat(200)}deep`),
  "a text of 20 MB": scripted(
    `document.querySelector("p:last-of-type").append("The same words, again. ".repeat(900000))`,
  ),
  "a word of 2 MB": scripted(`document.body.append("x".repeat(2e6))`),
  "50,000 markers in one text": scripted(
    `document.querySelector("p:nth-of-type(3)").append(" word [ad_1] word".repeat(50000))`,
  ),
  "50,000 paragraphs of a marker": scripted(
    `let s=document.createDocumentFragment();for(let i=0;i<50000;i++){let p=document.createElement("p");p.textContent="[ad_1]";s.append(p)}document.querySelector("article").append(s)`,
  ),
  "100,000 stops": scripted(`document.querySelector("p:nth-of-type(3)").append(" .".repeat(100000))`),
  "100,000 open brackets": scripted(`document.querySelector("p:nth-of-type(3)").append("[ad_(".repeat(100000))`),
  "an attribute of 5 MB": scripted(`document.querySelector("article").className="ad ".repeat(1600000)`),
  "5,000 attributes": scripted(`for(let i=0;i<5000;i++)document.querySelector("article").setAttribute("data-a"+i,i)`),
  // Letters.
  "lone surrogates": scripted(
    `for(const p of document.querySelectorAll("p"))p.firstChild.data="\\ud83e"+p.firstChild.data+"\\udd89 \\ud800"`,
  ),
  "bidi overrides": page(STORY.replaceAll("harbour", "‮harbour‬⁧")),
  // Laying out more of them is more than a browser can.
  "20,000 combining marks on a letter": scripted(
    `document.querySelector("p:nth-of-type(3)").append("e"+"\\u0301".repeat(20000))`,
  ),
  "1 MB of combining marks, hidden": scripted(
    `let p=document.createElement("p");p.hidden=true;p.append("e"+"\\u0301".repeat(500000));document.querySelector("article").append(p)`,
  ),
  zalgo: page(STORY.replaceAll("a", "á̷̢̧̛̖̗̘̙̜̝̞̟̠")),
  "nulls and replacement characters": page(STORY.replaceAll("port", "po\u0000rt\ufffd")),
  "a byte order mark in every paragraph": page(STORY.replaceAll("<p>", "<p>\ufeff")),
  // What is ours already.
  "our attributes already there": page(STORY.replaceAll("<p>", '<p data-zubda="ad-marker" style="color: red">')),
  "a host like ours already there": page(`<div data-zubda-host="">not ours</div>${STORY}`),
  "every element is called like ours": page(
    STORY.replaceAll("<p>", "<zubda-article>").replaceAll("</p>", "</zubda-article>"),
  ),
  "our host around the story": page(`<div data-zubda-host>${STORY}</div>`),
  // Corners of HTML.
  "shadow roots and slots": page(
    `<div><template shadowrootmode="open"><p>In the shade.</p><slot></slot></template>${STORY}</div>`,
  ),
  "templates and noscript": page(`<template>${STORY}</template><noscript>${STORY}</noscript>${STORY}`),
  "SVG and MathML text": page(
    `<svg><text>[ad_1]</text><foreignObject><p>[ad_1]</p></foreignObject></svg><math><mtext>[ad_1]</mtext></math>${STORY}`,
  ),
  "forms with what was typed": page(
    `${STORY}<form><textarea>[ad_1]</textarea><input value="[ad_1]"><select><option>[ad_1]</select></form>`,
  ),
  "an editor": page(`<div contenteditable>${STORY}</div>`),
  "a document in design mode": scripted(`document.designMode="on"`),
  "a frameset": `<!doctype html><html><head><title>x</title></head><frameset cols="*"><frame src="about:blank"></frameset></html>`,
  "no body": scripted(`document.body.remove()`),
  "an empty page": "",
  "a list as an element's name": page(STORY.replace("<article>", '<article><x-y:z q="1"><a:b></a:b></x-y:z>')),
  "a table in a paragraph in a button": page(`<button>${STORY}</button>`),
  "two bodies' worth of text in the head": page(STORY, `<meta property="og:title" content="${"Title ".repeat(5000)}">`),
  "JSON-LD 10,000 levels deep": page(STORY, `<script type="application/ld+json">${"[".repeat(10000)}</script>`),
  "JSON-LD that is not JSON": page(STORY, `<script type="application/ld+json">{"headline": "</p>}</script>`),
  // The page's world.
  "toJSON on every object": first(`Object.prototype.toJSON=()=>{throw new Error("toJSON")}`),
  "frozen prototypes": first(`[Object,Array,Element,Node,HTMLElement,Map].forEach(c=>Object.freeze(c.prototype))`),
  "Array.prototype has more": first(`Array.prototype.more=function(){};Object.prototype.extra=1`),
  "Element.prototype overridden": first(`Element.prototype.getAttributeNames=()=>{throw new Error("no")}`),
  "Array.prototype.map overridden": first(`Array.prototype.map=()=>{throw new Error("no")}`),
  "no window.CSS": first(`delete window.CSS`),
  "no constructed style sheets": first(`delete window.CSSStyleSheet`),
  "a page that removes our host": scripted(
    `new MutationObserver(()=>document.querySelector("[data-zubda-host]")?.remove()).observe(document,{subtree:true,childList:true})`,
  ),
  "a page that fights our attributes": scripted(
    `new MutationObserver(()=>document.querySelectorAll("[data-zubda]").forEach(e=>e.removeAttribute("data-zubda"))).observe(document,{subtree:true,attributes:true})`,
  ),
  "a setter that throws": scripted(
    `for(const p of document.querySelectorAll("p"))p.setAttribute=()=>{throw new Error("no")}`,
  ),
  "a document that hides its own names": page(
    `${STORY}<img name="documentElement"><img name="title"><img name="defaultView"><form name="createElement"></form>`,
  ),
  "the story's slot is a form that hides its style": page(
    STORY.replace("<p>[ad_1]</p>", '<form class="adsbygoogle"><input name="style"><p>[ad_1]</p></form>'),
  ),
  "a page that writes itself anew": scripted(
    `setTimeout(()=>{let a=document.querySelector("article");a.innerHTML=a.innerHTML},0)`,
  ),
  "document.write after the story": page(`${STORY}<script>document.write("<p>[ad_1]</p>")</script>`),
  "MutationObserver is the page's own": first(`window.MutationObserver=function(){throw new Error("no")}`),
  "requestAnimationFrame is the page's own": first(`window.requestAnimationFrame=()=>{throw new Error("no")}`),
  "a form that hides its own names": page(
    `<form>${STORY}<input name="attributes"><input name="firstChild"><input name="nextSibling"><input name="parentNode"></form>`,
  ),
};
