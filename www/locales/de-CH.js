/** @import {Messages} from "../describe.js" */
import { swiss } from "../swiss.js";
import de from "./de.js";

export default swiss(/** @type {Messages} */ (de));
