import { TestEnvironment } from "jest-environment-jsdom";

/** jsdom with what every browser has and jsdom lacks. */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { DecompressionStream, Response, TextDecoder, TextEncoder });
  }
}
