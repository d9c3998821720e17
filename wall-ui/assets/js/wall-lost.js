import { Absence } from "./absence.js";

/** `<wall-lost>` says since when nothing came. Before the first post there is nothing to say. */
class WallLost extends Absence {
  show() {
    const newest = document.querySelector('[data-region="posts"] time');
    if (!newest) return;
    this.querySelector("time")?.replaceWith(newest.cloneNode(true));
    super.show();
  }
}

customElements.define("wall-lost", WallLost);
