// Runs before anything of the page's: keeps what a browser reports only once.
window.watched = { violations: [], errors: [], shifts: [] };

addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
  window.watched.violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
});

addEventListener("error", ({ message, filename, lineno }) => {
  if (message) window.watched.errors.push(`${message} ${filename}:${lineno}`);
});

addEventListener("unhandledrejection", ({ reason }) => window.watched.errors.push(String(reason)));

const nameOf = (node) => {
  const element = node instanceof Element ? node : node?.parentElement;
  return `${element?.tagName}.${element?.className} ${node?.textContent?.slice(0, 40)}`;
};
const isInSlot = (node) => (node instanceof Element ? node : node?.parentElement)?.closest("[data-slot]") != null;

new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    const outside = sources.filter(({ node }) => node && !isInSlot(node));
    if (outside.length > 0) window.watched.shifts.push(`${value} ${outside.map(({ node }) => nameOf(node))}`);
  }
}).observe({ type: "layout-shift", buffered: true });
