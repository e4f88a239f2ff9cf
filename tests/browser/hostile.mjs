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

/** A story in XML: the same elements, of the same kinds. */
const XHTML = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>Harbour of Tarn reopens</title></head>
<body>${STORY}</body></html>`;

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
  "a world without WebAssembly": first(`delete window.WebAssembly`),
  "fetch is the page's own": first(`window.fetch=()=>{throw new Error("no")}`),
  "document.createElement is the page's own": first(`document.createElement=()=>{throw new Error("no")}`),
  "no letters for numbers": first(`delete window.Intl`),
  "JSON is the page's own": first(`JSON.stringify=JSON.parse=()=>{throw new Error("no")}`),
  "a console that throws": first(`console.log=console.warn=()=>{throw new Error("no")}`),
  "arrays that cannot be walked any more": first(
    `addEventListener("loaded",()=>Array.prototype[Symbol.iterator]=function*(){throw new Error("no")})`,
  ),
  "a node that cannot be asked for its style": first(`window.getComputedStyle=()=>{throw new Error("no")}`),
  "an element of ours that is the page's own": first(
    `customElements.define("zubda-article",class extends HTMLElement{})`,
  ),
  "marks and a host of an earlier version": page(
    `<div data-zubda-host="" style="all: initial !important"></div>${STORY.replaceAll(
      "<p>[ad_1]</p>",
      '<p data-zubda="ad-marker" style="display: none !important" hidden="until-found">[ad_1]</p>',
    ).replaceAll("<h1>", '<h1 data-zubda-part="headline">')}`,
  ),
  // Corners of CSS and of layout.
  "all is hidden": page(`<style>*{display:none!important}</style>${STORY}`),
  "all is display: contents": page(`<style>body *{display:contents!important}</style>${STORY}`),
  "what is not looked at is not laid out": page(`<style>body{content-visibility:hidden}</style>${STORY}`),
  "a dialog above the story": scripted(
    `let d=document.createElement("dialog");d.append("Subscribe now.");document.body.append(d);d.showModal()`,
  ),
  "all is always in motion": page(
    `<style>@keyframes k{to{opacity:0;rotate:1turn}}*{animation:k 1s infinite}</style>${STORY}`,
  ),
  "a base that leads elsewhere": page(STORY, `<base href="https://elsewhere.example/">`),
  "text after a plaintext element": page(`${STORY}<plaintext></body></html><script>`),
  "1,000 tables in each other": page(`${"<table><tr><td>".repeat(1000)}${STORY}`),
  "100,000 links": scripted(
    `let s=document.createDocumentFragment();for(let i=0;i<100000;i++){let a=document.createElement("a");a.href="/"+i;a.append("Read more");s.append(a," ")}document.querySelector("article").append(s)`,
  ),
  "10 MB of JSON-LD": scripted(
    `let d=document.createElement("script");d.type="application/ld+json";d.text=JSON.stringify({"@type":"NewsArticle",articleBody:"The harbour. ".repeat(800000)});document.head.append(d)`,
  ),
};

/**
 * Documents of other kinds than HTML, by the ending that they are served with.
 *
 * @type {Record<string, [string, string]>}
 */
export const OTHER_KINDS = {
  XHTML: ["xhtml", XHTML],
  "XHTML with names of its own": [
    "xhtml",
    XHTML.replace("<article>", '<z:a xmlns:z="urn:tarn" z:class="ad"/><article>'),
  ],
  "an SVG document": [
    "svg",
    `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">[ad_1]</text><foreignObject width="400" height="400"><div
xmlns="http://www.w3.org/1999/xhtml">${STORY}</div></foreignObject></svg>`,
  ],
  "a document of no known kind": ["xml", `<?xml version="1.0"?><feed><entry>${STORY}</entry></feed>`],
};

/**
 * Pages that change themselves once they are clean. After undo each is what it is without us.
 *
 * @type {Record<string, string>}
 */
export const CHANGING = {
  "puts its story in anew": meanwhile(`article.innerHTML=first`),
  "takes its story out": meanwhile(`article.remove()`),
  "moves its story": meanwhile(
    `document.body.append(document.createElement("main"));document.querySelector("main").append(article)`,
  ),
  "empties itself": meanwhile(`document.body.textContent=""`),
  "opens itself for writing": meanwhile(`document.open();document.write("<p>Another page.</p>");document.close()`),
  "puts another root in place": meanwhile(
    `let r=document.createElement("html");r.append(document.createElement("body"));document.documentElement.replaceWith(r)`,
  ),
  "splits and joins its texts": meanwhile(
    `for(const p of document.querySelectorAll("p")){if(p.firstChild.length>40)p.firstChild.splitText(20)}article.normalize()`,
  ),
  "takes its story into another document": meanwhile(`new Document().adoptNode(article)`),
  "puts its story into a shadow root": meanwhile(
    `let h=document.body.appendChild(document.createElement("section"));h.attachShadow({mode:"open"}).append(article)`,
  ),
  "sorts its paragraphs": meanwhile(`article.append(...[...article.querySelectorAll(":scope > p")].reverse())`),
  "is printed": meanwhile(
    `addEventListener("beforeprint",()=>document.body.append("Printed."),{once:true});dispatchEvent(new Event("beforeprint"))`,
  ),
};

/** @param {string} script what the page does when it is told that it is clean */
function meanwhile(script) {
  return scripted(
    `const article=document.querySelector("article"),first=article.innerHTML;addEventListener("meanwhile",()=>{${script}},{once:true})`,
  );
}

/** What a reader has typed and chosen, none of which is markup. */
export const TYPED = scripted(`
let f=document.body.appendChild(document.createElement("form"));
f.innerHTML='<p>[ad_1]</p><textarea></textarea><input><input type=checkbox><select><option>a<option>b</select>';
f.elements[0].value="[ad_1] my own words. .";f.elements[1].value="[ad_2]";f.elements[2].checked=true;f.elements[3].selectedIndex=1;
let e=document.body.appendChild(document.createElement("div"));e.contentEditable="true";e.textContent="[ad_1] a draft. .";
f.elements[0].focus();f.elements[0].setSelectionRange(3,9)`);

/** Goes elsewhere as soon as anything is done to it: in the midst of the call, or right after it. */
export const LEAVING = {
  "in the midst of a clean": first(
    `let set=Element.prototype.setAttribute;Element.prototype.setAttribute=function(n,v){set.call(this,n,v);if(n.startsWith("data-zubda"))location.href="/elsewhere.html"}`,
  ),
  "after a clean": scripted(
    `new MutationObserver(()=>location.href="/elsewhere.html").observe(document,{subtree:true,attributes:true,childList:true})`,
  ),
  "by taking the document away": scripted(
    `new MutationObserver((_,o)=>{o.disconnect();document.open();document.write("<title>Elsewhere</title>");document.close()}).observe(document,{subtree:true,attributes:true,childList:true})`,
  ),
};

export const ELSEWHERE = "<!doctype html><html lang=en><title>Elsewhere</title><p>Another page.</html>";

/** A page that is good for anything: the story alone. */
export const PLAIN = page(STORY);
