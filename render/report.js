"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const claimsOf = (element) => element.dataset.claims.split(" ");
  const shows = all("[data-claims]");
  const form = document.querySelector("form");

  // Highlights a claim wherever it is shown; none clears.
  function select(claims) {
    for (const element of shows) {
      element.classList.toggle("selected", claimsOf(element).some((c) => claims.includes(c)));
    }
  }

  // A click on a passage or a row is one on its link; the links work without this.
  document.addEventListener("click", (event) => {
    const shown = event.target.closest("[data-claims]");
    if (!shown || !window.getSelection().isCollapsed) return;
    select(shown.closest("figure") ? claimsOf(shown) : claimsOf(shown).slice(0, 1));
    if (event.target.closest("a")) return;
    const claim = claimsOf(shown)[0];
    const link = document.getElementById((shown.matches("tr") ? "claim-" : "passage-") + claim);
    (shown.matches("tr") ? link?.querySelector("a") : link)?.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") select([]);
  });
  // Behind a link, Tab goes on from where it led.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.dataset.claims) select(claimsOf(target));
    (target.matches("a") ? target : target.querySelector("a"))?.focus({preventScroll: true});
  });

  if (!form) return;
  const body = document.querySelector("tbody");
  const rows = all("tr", body);
  const heads = all("thead th");
  const collator = new Intl.Collator("de", {numeric: true});

  function sort(column) {
    const head = heads[column];
    const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent;
    for (const other of heads) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
    rows.sort((a, b) => sign * collator.compare(key(a), key(b)));
    body.append(...rows);
  }
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(column));
    head.append(button);
    head.setAttribute("aria-sort", column === 0 ? "ascending" : "none");
  });

  function filter() {
    const wanted = form.elements.words.value.trim().toLocaleLowerCase("de");
    const fits = (row, name) => {
      const choice = form.elements[name];
      return !choice || choice.value === "" || row.dataset[name] === choice.value;
    };
    let count = 0;
    for (const row of rows) {
      row.hidden = !(row.textContent.toLocaleLowerCase("de").includes(wanted) &&
                     fits(row, "standing") && fits(row, "thread"));
      if (!row.hidden) ++count;
    }
    const output = form.querySelector("output");
    output.textContent = output.dataset.words.replace("{}", count).replace("{}", rows.length);
  }
  // The rows that are shown, as a spreadsheet takes them; no cell begins as a formula does.
  function copy(event) {
    const cell = (text) => text.replace(/\s+/g, " ").trim().replace(/^[=+\-@\uff1d\uff0b\uff0d\uff20]/, "'$&");
    const words = (row, selector) => all(selector, row).map((found) => found.textContent).join("; ");
    const {thread, remarks} = button.dataset;
    const shown = rows.filter((row) => !row.hidden);
    const lines = [[...heads.map((head) => head.textContent), thread, remarks],
                   ...shown.map((row) => [...[...row.cells].map((td) => words(td, "b") || td.textContent),
                                          row.dataset.thread, words(row, ".edit")])];
    event.clipboardData.setData("text/plain",
                                lines.map((line) => line.map(cell).join("\t") + "\n").join(""));
    event.preventDefault();
    form.querySelector("output").textContent = button.dataset.words.replace("{}", shown.length);
  }
  const button = form.querySelector("button");
  button.addEventListener("click", () => {
    document.addEventListener("copy", copy, {once: true});
    document.execCommand("copy");
  });

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
