"use strict";
(function () {
  const bar = document.querySelector(".filters");
  if (!bar) { return; }
  const buttons = Array.from(bar.querySelectorAll("button"));
  const entries = Array.from(document.querySelectorAll(".entry"));
  const periods = Array.from(document.querySelectorAll("section.period"));
  const shown = bar.querySelector(".shown");
  const wanted = { place: new Set(), status: new Set() };

  function matches(entry) {
    return Object.keys(wanted).every(function (kind) {
      return wanted[kind].size === 0 || wanted[kind].has(entry.dataset[kind]);
    });
  }

  function show() {
    let count = 0;
    for (const entry of entries) {
      entry.hidden = !matches(entry);
      count += entry.hidden ? 0 : 1;
    }
    for (const period of periods) {
      period.hidden = !period.querySelector(".entry:not([hidden])");
    }
    const all = wanted.place.size === 0 && wanted.status.size === 0;
    for (const button of buttons) {
      const chosen = button.dataset.kind ? wanted[button.dataset.kind].has(button.dataset.value) : all;
      button.setAttribute("aria-pressed", String(chosen));
    }
    shown.textContent = shown.dataset.text.replace("{shown}", count).replace("{total}", entries.length);
  }

  function press(event) {
    const button = event.target.closest("button");
    if (!button) { return; }
    if (!button.dataset.kind) {
      wanted.place.clear();
      wanted.status.clear();
    } else if (!wanted[button.dataset.kind].delete(button.dataset.value)) {
      wanted[button.dataset.kind].add(button.dataset.value);
    }
    show();
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const entry = target && target.closest(".entry");
    if (entry && entry.hidden) {
      wanted.place.clear();
      wanted.status.clear();
      show();
      target.scrollIntoView();
    }
  }

  bar.addEventListener("click", press);
  window.addEventListener("hashchange", reveal);
  bar.hidden = false;
  show();
})();
