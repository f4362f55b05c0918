/** A finger, for the driver that has one. */
import input from "selenium-webdriver/lib/input.js";

/** @import {WebDriver, WebElement} from "selenium-webdriver" */

/**
 * Down on the element and up again, in one go: the driver forgets a finger that is left there.
 * @param {WebDriver} driver @param {WebElement} origin @param {number} heldMs
 */
export async function tap(driver, origin, heldMs) {
  const finger = new input.Pointer("finger", input.Pointer.Type.TOUCH);
  await driver.actions().insert(finger, finger.move({ origin }), finger.press()).pause(heldMs, finger).insert(finger, finger.release()).perform();
}
