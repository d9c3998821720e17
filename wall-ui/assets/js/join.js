/** The person has followed a link that is theirs alone: the one button is pressed for them. */
const form = document.querySelector("form[data-press]");
if (form instanceof HTMLFormElement) form.requestSubmit();
