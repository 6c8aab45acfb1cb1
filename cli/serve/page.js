"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const standings = {actual: "als Tatsache", planned: "angekündigt", possible: "möglich",
                     negated: "bestritten"};
  const fieldNames = {label: "Aussage", edtf: "Zeit", modality: "Darstellung", reported: "Wiedergabe",
                      source: "Quelle", thread: "Thema"};

  // --- what is kept: articles with their timelines, and the steps back and forth ---

  let state = {articles: [], current: 0};
  let undone = [], done = [];
  const article = () => state.articles[state.current];

  function keep() {
    try {
      localStorage.setItem("zeitstrahl", JSON.stringify(state));
    } catch {
      say("Der Browser kann die Arbeit nicht aufheben; bitte als JSON speichern.", true);
    }
  }

  function say(text, wrong = false) {
    at("message").textContent = text;
    at("message").classList.toggle("wrong", wrong);
  }

  // --- the server ---

  async function ask(path, query, body, read) {
    const address = `${path}?${new URLSearchParams(query)}`;
    const answer = await fetch(address, {method: "POST", body}).catch(() => null);
    if (!answer) throw new Error("Der Dienst antwortet nicht; läuft zeitstrahl serve noch?");
    if (answer.ok) return answer[read]();
    const problem = await answer.json().catch(() => ({detail: answer.statusText}));
    throw new Error(problem.detail);
  }

  const timelineOf = (text, name, published) =>
    ask("/v1/extract", {name, ...(published && {published})}, text, "json");
  const drawing = () => ({theme: at("theme").value, width: at("width").value});

  // One after the other, the last wins.
  let turn = 0;
  async function work(what) {
    const mine = ++turn;
    try {
      await what(() => mine === turn);
    } catch (error) {
      say(error.message, true);
    }
  }

  // --- reading ---

  async function enter(texts) {
    await work(async () => {
      for (const {name, text, published} of texts) {
        const timeline = await timelineOf(text, name, published);
        state.articles.push({name, timeline});
        state.current = state.articles.length - 1;
      }
      done = [];
      undone = [];
      at("text").value = "";
      at("files").value = "";
      const {timeline} = article();
      say(timeline.published ? `${timeline.claims.length} Aussagen gefunden.`
        : "Kein Erscheinungstag gefunden: Bitte angeben, sonst bleiben Wörter wie „gestern“ offen.",
          !timeline.published);
    });
    show();
  }

  const readFiles = async (files) => Promise.all([...files].map(async (file) =>
    ({name: file.name, text: await file.arrayBuffer(), published: at("published").value})));

  // --- editing ---

  function edit(change) {
    done.push(JSON.stringify(article().timeline));
    undone = [];
    change(article().timeline);
    refresh();
  }

  function step(from, to) {
    if (from.length === 0) return;
    to.push(JSON.stringify(article().timeline));
    article().timeline = JSON.parse(from.pop());
    refresh();
  }

  // The server says what was changed, and whether it can be read.
  function refresh() {
    showSteps();  // what cannot be read can be undone, too
    return work(async (latest) => {
      const timeline = await ask("/v1/extract", {}, JSON.stringify(article().timeline), "json");
      if (!latest()) return;
      article().timeline = timeline;
      say("");
      show();
    });
  }

  // --- showing ---

  function show() {
    keep();
    at("result").hidden = state.articles.length === 0;
    at("articles").replaceChildren(...state.articles.map(({name, timeline}, index) =>
      make("button", {type: "button", textContent: timeline.title ?? name,
                      ariaPressed: String(index === state.current),
                      onclick: () => choose(index)})));
    if (state.articles.length === 0) return;
    showText();
    showClaims();
    showPicture();
    showComparison();
    showSteps();
  }

  function showSteps() {
    at("undo").disabled = done.length === 0;
    at("redo").disabled = undone.length === 0;
  }

  function choose(index) {
    state.current = index;
    done = [];
    undone = [];
    show();
  }

  function put(svg, into) {
    const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    into.replaceChildren(document.importNode(picture, true));
  }

  const showPicture = () => work(async (latest) => {
    const svg = await ask("/v1/draw", {...drawing(), links: "true"},
                          JSON.stringify(article().timeline), "text");
    if (latest()) put(svg, at("picture"));
  });

  async function showComparison() {
    at("comparison").hidden = state.articles.length < 2;
    if (state.articles.length < 2) return;
    const lines = state.articles.map(({timeline}) => JSON.stringify(timeline)).join("\n");
    try {
      put(await ask("/v1/compare", {...drawing(), format: "svg"}, lines, "text"), at("compared"));
    } catch (error) {
      say(error.message, true);
    }
  }

  // The article with a mark for each clause; offsets count code points.
  function showText() {
    const {timeline} = article();
    const points = [...(timeline.text ?? "")];
    const parts = [];
    let end = 0;
    const clauses = timeline.claims.map((claim, index) => ({...claim.clause, index}))
      .filter((clause) => clause.end > clause.begin).sort((a, b) => a.begin - b.begin);
    for (const clause of clauses) {
      if (clause.begin < end) continue;  // one within another is reached by its row
      parts.push(points.slice(end, clause.begin).join(""));
      const number = clause.index + 1;
      parts.push(make("mark", {id: `passage-${number}`, tabIndex: 0,
                               textContent: points.slice(clause.begin, clause.end).join(""),
                               onclick: () => reach(number, "claim"),
                               onkeydown: (event) => event.key === "Enter" && reach(number, "claim")}));
      end = clause.end;
    }
    at("passages").replaceChildren(...parts, points.slice(end).join(""));
  }

  // Marks a claim in text and table, and leads to one of them.
  function reach(number, to) {
    for (const element of document.querySelectorAll(".chosen")) element.classList.remove("chosen");
    for (const kind of ["passage", "claim"]) at(`${kind}-${number}`)?.classList.add("chosen");
    const target = at(`${to}-${number}`) ?? at(`claim-${number}`);
    target?.scrollIntoView({block: "center"});
    (target?.matches("tr") ? target.querySelector("input") : target)?.focus({preventScroll: true});
  }

  function showClaims() {
    const {claims, threads} = article().timeline;
    const heading = (id) => threads.find((thread) => thread.id === id)?.label ?? id ?? "";
    at("threads").replaceChildren(...threads.map((thread) => make("option", {value: thread.label})));
    at("claims").replaceChildren(...claims.map((claim, index) => {
      const name = (what) => `${what} von Aussage ${index + 1}`;
      const text = (field, what, value = claim[field] ?? "", more = {}) =>
        make("input", {value, ariaLabel: name(what), ...more, onchange: (event) =>
          edit(({claims: all}) => { all[index][field] = event.target.value || null; })});
      const was = claim.edited.length === 0 ? [] : [make("span", {className: "was", textContent:
        `geändert: ${claim.edited.map((field) => fieldNames[field]).join(", ")}; ` +
        `gefunden war „${claim.found.label}“, ${claim.found.edtf ?? "ohne Zeit"}`})];
      if (claim.added) was.push(make("span", {className: "was", textContent: "von Hand ergänzt"}));
      const mode = make("select", {ariaLabel: name("Darstellung"), onchange: (event) =>
        edit(({claims: all}) => { all[index].modality = event.target.value; })},
        ...Object.entries(standings).map(([value, textContent]) =>
          make("option", {value, textContent, selected: value === claim.modality})));
      const source = text("source", "Quelle");
      source.onchange = (event) => edit(({claims: all}) => {
        all[index].source = event.target.value || null;
        all[index].reported = event.target.value !== "";
      });
      const thread = text("thread", "Thema", heading(claim.thread));
      thread.setAttribute("list", "threads");
      const shown = make("input", {type: "checkbox", checked: !claim.hidden, ariaLabel: name("Zeigen"),
        onchange: (event) => edit(({claims: all}) => { all[index].hidden = !event.target.checked; })});
      const number = make("button", {type: "button", textContent: index + 1,
        ariaLabel: `Zur Textstelle von Aussage ${index + 1}`, onclick: () => reach(index + 1, "passage")});
      return make("tr", {id: `claim-${index + 1}`, className: claim.hidden ? "hidden" : ""},
        make("td", {}, number),
        make("td", {className: "label"}, text("label", "Wortlaut"), ...was),
        make("td", {}, text("edtf", "Zeit", claim.edtf ?? "", {placeholder: "2025-03"})),
        make("td", {}, mode), make("td", {}, source), make("td", {}, thread),
        make("td", {}, text("note", "Notiz")),
        make("td", {className: "shown"}, shown));
    }));
  }

  // --- saving ---

  const kinds = {SVG: "svg", PNG: "png", PDF: "pdf", Bericht: "html", Bildtext: "caption", JSON: "json", CSV: "csv"};
  for (const [label, format] of Object.entries(kinds)) {
    at("save").append(make("button", {type: "button", textContent: label, onclick: () =>
      work(async () => {
        const data = ["json", "csv"].includes(format);
        const query = data ? {format} : {...drawing(), format, ...(format === "png" && {scale: 2})};
        const blob = await ask(data ? "/v1/extract" : "/v1/draw", query,
                               JSON.stringify(article().timeline), "blob");
        const link = make("a", {href: URL.createObjectURL(blob),
                                download: `${article().timeline.id}.${format === "caption" ? "txt" : format}`});
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      })}), " ");
  }

  // --- controls ---

  at("enter").addEventListener("submit", async (event) => {
    event.preventDefault();
    const published = at("published").value;
    const text = at("text").value;
    const files = await readFiles(at("files").files);
    const texts = text.trim() ? [{name: "artikel.md", text, published}, ...files] : files;
    if (texts.length === 0) return say("Bitte einen Artikel einfügen oder eine Datei wählen.", true);
    enter(texts);
  });
  at("enter").addEventListener("dragover", (event) => {
    event.preventDefault();
    at("enter").classList.add("over");
  });
  at("enter").addEventListener("dragleave", () => at("enter").classList.remove("over"));
  at("enter").addEventListener("drop", async (event) => {
    event.preventDefault();
    at("enter").classList.remove("over");
    const files = await readFiles(event.dataTransfer.files);
    const text = event.dataTransfer.getData("text/plain");
    if (files.length > 0) enter(files);
    else if (text) at("text").value = text;
  });
  at("clear").addEventListener("click", () => {
    if (!confirm("Alle Artikel und Änderungen in diesem Browser verwerfen?")) return;
    state = {articles: [], current: 0};
    done = [];
    undone = [];
    say("");
    show();
  });
  at("undo").addEventListener("click", () => step(done, undone));
  at("redo").addEventListener("click", () => step(undone, done));
  at("add").addEventListener("click", async () => {
    edit(({claims, threads}) => {
      claims.push({label: "Neue Aussage", edtf: null, thread: threads[0]?.id ?? null, added: true});
    });
  });
  document.addEventListener("keydown", (event) => {
    if (!event.ctrlKey || event.target.matches("input, textarea") || !article()) return;
    if (event.key === "z") step(done, undone);
    if (event.key === "y") step(undone, done);
  });
  at("picture").addEventListener("click", (event) => {
    const mark = event.target.closest("[data-claims]");
    if (!mark) return;
    event.preventDefault();
    reach(Number(mark.dataset.claims.split(" ")[0]), "passage");
  });
  for (const id of ["theme", "width"]) at(id).addEventListener("change", () => article() && show());

  try {
    state = JSON.parse(localStorage.getItem("zeitstrahl")) ?? state;
  } catch { /* what cannot be read is no work */ }
  show();
})();
