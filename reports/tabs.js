// Turns the list of viewers into tabs. Without it every view stands open, one after the other.
(() => {
  "use strict";
  const list = document.querySelector("[data-tabs]");
  if (!list) return;
  const tabs = [...list.querySelectorAll("a")];
  const panels = tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
  document.documentElement.classList.add("tabbed");
  list.setAttribute("role", "tablist");

  const choose = (at, focus) => {
    tabs.forEach((tab, each) => {
      const chosen = each === at;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      panels[each].classList.toggle("shut", !chosen);
    });
    if (focus) tabs[at].focus();
  };

  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const at = target ? panels.findIndex((panel) => panel.contains(target)) : -1;
    if (at < 0) return;
    choose(at, false);
    target.scrollIntoView();
  };

  tabs.forEach((tab, at) => {
    tab.parentElement.setAttribute("role", "presentation");
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panels[at].id);
    panels[at].setAttribute("role", "tabpanel");
    panels[at].setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      history.replaceState(null, "", tab.hash);
      choose(at, true);
    });
    tab.addEventListener("keydown", (event) => {
      const last = tabs.length - 1;
      const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      choose(to, true);
    });
  });
  choose(0, false);
  follow();
  addEventListener("hashchange", follow);
})();
