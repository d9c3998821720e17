import "./live-page.js";
import "./wall-announcement.js";
import "./wall-clock.js";
import "./wall-held.js";
import "./wall-lost.js";
import "./wall-screen.js";

// A preview on the console shows the same picture, and nobody can get into it.
if (new URLSearchParams(location.search).has("mirror")) document.body.inert = true;
