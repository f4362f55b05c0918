/** @import {Messages} from "../../describe.js" */
import { swiss } from "../../text/swiss.js";
import de from "../de/hints.js";

export default swiss(/** @type {Messages} */ (de));
