// Turns the sorts into toggles that show and hide risks in every view. Without it each leads to its list.
(() => {
  "use strict";
  const bar = document.querySelector("[data-filters]");
  if (!bar) return;
  const tags = (each) => new Set(each.dataset.tags.split(" "));
  const tagged = [...document.querySelectorAll("[data-tags]")].map((each) => [each, tags(each)]);
  // A risk that is told elsewhere is named by a link to it.
  for (const link of document.querySelectorAll(".known a")) {
    const told = document.getElementById(link.hash.slice(1));
    if (told) tagged.push([link.closest("li"), tags(told)]);
  }
  const groups = [...bar.querySelectorAll("ul")].map((list) => [...list.querySelectorAll("a")].map(toggle));
  const all = document.createElement("button");
  all.type = "button";
  all.className = "every";
  all.textContent = bar.dataset.all;
  all.hidden = true;
  all.addEventListener("click", () => {
    groups.flat().forEach((each) => each.setAttribute("aria-pressed", "false"));
    apply();
    groups[0][0].focus();
  });
  bar.append(all);

  function toggle(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.tag = link.dataset.tag;
    button.setAttribute("aria-pressed", "false");
    button.append(...link.childNodes);
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    });
    link.replaceWith(button);
    return button;
  }

  // Of one sort any choice will do; of several sorts each must fit.
  function apply() {
    const wanted = groups
      .map((group) => group.filter((each) => each.getAttribute("aria-pressed") === "true").map((each) => each.dataset.tag))
      .filter((tags) => tags.length);
    for (const [each, tags] of tagged) each.classList.toggle("out", !wanted.every((some) => some.some((tag) => tags.has(tag))));
    for (const panel of document.querySelectorAll("[data-empty]")) panel.hidden = !wanted.length || !!panel.parentElement.querySelector(".finding:not(.out), .known li:not(.out)");
    all.hidden = !wanted.length;
  }

  // A link to a risk that is filtered out: whoever follows it wants to see it.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.classList.contains("out")) all.click();
    if (target) target.scrollIntoView();
  });
})();
