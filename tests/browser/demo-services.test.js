/** The demo's pages for every service, but those of `demo.test.js`. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { examples, SERVICES } from "../../www/demo/examples.js";
import { demo } from "./demo.js";
import { everyService, MAIN, WRONG } from "./demo-services.js";

/** @type {Awaited<ReturnType<typeof demo>>} */ let shown;
before(async () => { shown = await demo(); });
after(() => shown.close());

test("every service has a page and rows below", () => {
  assert.deepEqual(Object.keys(WRONG).sort(), Object.keys(examples).sort());
  assert.deepEqual([...SERVICES.signIn, ...SERVICES.hosting, ...SERVICES.mail].sort(), Object.keys(examples).sort());
});

everyService(Object.keys(WRONG).filter((service) => !MAIN.includes(service)), () => shown);
