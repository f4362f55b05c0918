/** @import {StrengthMessages} from "../../describe-rating.js" */
import { swiss } from "../../text/swiss.js";
import de from "../de/strength.js";

export default swiss(/** @type {StrengthMessages} */ (de));
