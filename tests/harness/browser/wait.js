// The page waits for itself: at every change of its document, and now and then for what changes without one.
const [milliseconds, done] = arguments;
const holds = () => {
  try {
    return Boolean(EXPRESSION);
  } catch {
    return false;
  }
};
const look = () => holds() && end(true);
const observer = new MutationObserver(look);
const watch = { subtree: true, childList: true, attributes: true, characterData: true };
const glance = setInterval(look, 50);
const limit = setTimeout(() => end(false), milliseconds);
const end = (held) => {
  observer.disconnect();
  clearInterval(glance);
  clearTimeout(limit);
  done(held);
};
observer.observe(document, watch);
look();
