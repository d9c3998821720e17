import { Absence } from "./absence.js";

/** `<lost-line>` says that the connection is gone. */
class LostLine extends Absence {}

customElements.define("lost-line", LostLine);
