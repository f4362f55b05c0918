/** @import {StrengthMessages} from "../../describe-rating.js" */
import { swiss } from "../../swiss.js";
import de from "./de.js";

export default swiss(/** @type {StrengthMessages} */ (de));
