// What pages do where there is script. Everything works without it.
import { initAll } from "./govuk-frontend.min.js";
import { keepTyping } from "./typing.js";

initAll();
keepTyping();

// Buttons that only a script can serve are hidden until there is one.
for (const button of document.querySelectorAll("[data-copies]")) {
  const said = document.getElementById(button.dataset.said);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).value);
    said.textContent = button.dataset.done;
  });
}

for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
