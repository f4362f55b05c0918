import { swiss } from "../../text/swiss.js";
import de from "../../providers/places/de.js";

export default swiss(de);
