/** The chair's tablet. */

import "../../wall/js/live-page.js";
import { takeOver } from "./acts.js";
import "./ask-dialog.js";
import "./chair-desk.js";
import "./connection-state.js";
import "./page-clock.js";
import "./time-left.js";
import "./toast-shelf.js";

takeOver();
