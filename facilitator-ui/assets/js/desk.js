/** Which theme lies on the chair's desk. Pure. */

/**
 * The chosen theme while it is there, else the one being discussed, else the first that waits, else the first.
 * @param {readonly { id: string, state: string }[]} themes
 * @param {string} chosen
 */
export const shown = (themes, chosen) => {
  const wanted = [
    themes.find((theme) => theme.id === chosen),
    themes.find((theme) => theme.state === "discussing"),
    themes.find((theme) => theme.state === "waiting"),
    themes[0],
  ];
  return wanted.find(Boolean)?.id ?? "";
};
