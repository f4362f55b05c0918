/**
 * How hints look: readable on whatever page, whose own rules they are out of reach of. A sheet made by script, which no policy forbids, adopted by the
 * root in which a field stands. The page's say is custom properties (`--passkind-...`), or `styles: false`.
 */
import { look, read } from "./dom.js";

/** Stands for our box at a specificity that pages do not reach. */
const BOX = ".passkind:not(#\\.#\\.)";
/**
 * One card a field. All that a page says of its own texts, links and buttons is taken back first. Severity is told by the words, by the sign, and only
 * then by the colour. Targets are as high as WCAG 2.5.8 wants (24 px), and higher under a finger.
 */
const TEXT = `
@,@ *{all:revert}
@{--i:var(--passkind-info-ink,#1f3f66);--g:var(--passkind-info-ground,#eef4fb);--b:var(--passkind-info-line,#4a78ad);--a:var(--passkind-link,#1a4f9c)}
@[data-dark]{--i:var(--passkind-info-ink,#cfe1f7);--g:var(--passkind-info-ground,#1b2a3d);--b:var(--passkind-info-line,#7fa8d9);--a:var(--passkind-link,#9cc3f7)}
@[data-severity=warning]{--i:var(--passkind-warning-ink,#5e3208);--g:var(--passkind-warning-ground,#fdf3e3);--b:var(--passkind-warning-line,#b06a12)}
@[data-severity=warning][data-dark]{--i:var(--passkind-warning-ink,#fbdfb8);--g:var(--passkind-warning-ground,#3a2a12);--b:var(--passkind-warning-line,#d99a45)}
@{font-size:var(--passkind-font-size,var(--passkind-field-size,1em));font-weight:400;letter-spacing:0;line-height:1.4;text-align:start;text-shadow:none;text-transform:none;white-space:normal}
@[data-severity]{display:flow-root;box-sizing:border-box;margin:var(--passkind-gap,.5em) 0;padding:.4em .7em;border:1px solid var(--b);border-inline-start-width:.25em;border-radius:var(--passkind-radius,.375em);background:var(--g);color:var(--i)}
@ p{margin:0;unicode-bidi:plaintext}
@ p+p{margin-top:.4em}
@ p:first-child::before{content:"i";content:"i"/"";float:inline-start;box-sizing:border-box;width:1.2em;height:1.2em;margin-block:.1em 0;margin-inline:0 .5em;border:.1em solid;border-radius:50%;font:700 1em/1em system-ui,sans-serif;text-align:center}
@[data-severity=warning] p:first-child::before{content:"!";content:"!"/""}
@ .passkind-tools:not([hidden]){display:flex;flex-wrap:wrap;align-items:center;gap:0 1em;margin-top:.1em}
@ :is(a,button){box-sizing:border-box;display:inline-flex;align-items:center;min-height:var(--t);margin:0;padding:0;border:0;background:none;color:var(--a);font:inherit;text-align:start;text-decoration:underline;cursor:pointer;--t:var(--passkind-target,1.5rem)}
@ .passkind-again{padding:0 .6em;border-radius:.3em;background:var(--g)}
@ .passkind-use{display:inline-block;padding:0 .6em;border:1px solid;font-weight:600;text-decoration:none}
@media(pointer:coarse){@ :is(a,button){--t:var(--passkind-target,2rem)}}`.replaceAll("@m", "\0").replaceAll("@", BOX).replaceAll("\0", "@m");

/** Of ten parts of 255: half as bright as white. */
const LIGHT = 1275;

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** How many boxes of a root wear it. @type {WeakMap<Document | ShadowRoot, number>} */
const wearers = new WeakMap();

/** The platform's own list: on the document `<img name="adoptedStyleSheets">` stands before it. @param {Document | ShadowRoot} root @param {CSSStyleSheet[]} [sheets] */
function adopted(root, sheets) {
  const { prototype } = root instanceof ShadowRoot ? ShadowRoot : Document;
  if (sheets) Reflect.set(prototype, "adoptedStyleSheets", sheets, root);
  return [...(Reflect.get(prototype, "adoptedStyleSheets", root) ?? [])];
}

/** @typedef {{ root: Node, keep(): void, leave(): void }} Dress */

/** Where the engine has no such sheets, hints look like the page. @param {Node} root @returns {Dress} */
export function dress(root) {
  const own = root instanceof Document || root instanceof ShadowRoot ? root : document;
  const keep = () => {
    try {
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(TEXT);
      const sheets = adopted(own);
      if (!sheets.includes(sheet)) adopted(own, [...sheets, sheet]); // or adopted again: the page has set others
    } catch {
      // too old, or not a document of ours
    }
  };
  wearers.set(own, (wearers.get(own) ?? 0) + 1);
  const leave = () => {
    const left = (wearers.get(own) ?? 0) - 1;
    wearers.set(own, left);
    if (!left) adopted(own, adopted(own).filter((other) => other !== sheet));
  };
  return { root, keep, leave };
}

/**
 * Letters as large as the field's own, and colours that go with the page's: where letters around the field are light, it is dark behind them, be that a
 * colour or a picture, and whatever the page says of `color-scheme`. @param {HTMLElement} box @param {HTMLElement} field
 */
export function suit(box, field) {
  box.style.setProperty("--passkind-field-size", look(field, "font-size"));
  const [red, green, blue] = (look(read(field, "parentElement") ?? field, "color").match(/[\d.]+/g) ?? []).map(Number);
  box.toggleAttribute("data-dark", 3 * (red ?? 0) + 6 * (green ?? 0) + (blue ?? 0) > LIGHT);
}
