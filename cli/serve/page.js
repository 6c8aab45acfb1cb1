"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const standings = {actual: "als Tatsache", planned: "angekündigt", possible: "möglich", negated: "bestritten"};
  const verdicts = {equal: "gleich", compatible: "verträglich", fulfilled: "eingetreten", moved: "verschoben",
                    "status-changed": "gilt nicht mehr", cancelled: "abgesagt", conflict: "Widerspruch"};
  const example = "Neue Halle für den Hafen\n\nSeit 2019 sind die Reedereien Hansen und Petersen Partner. Im " +
    "Dezember 2024 stimmte der Rat der Vertiefung zu. Gestern begannen die Arbeiten am Kai. Hansen will im " +
    "März 2027 eine Halle bauen. Laut Bürgermeisterin Olsen bleibt der Kai bis 2030 gesperrt.\n";
  const fieldNames = {label: "Aussage", edtf: "Zeit", modality: "Darstellung", reported: "Wiedergabe",
                      source: "Quelle", thread: "Thema"};

  // --- what is kept: articles with their timelines, what was decided of verdicts, and the steps ---

  const nothing = () => ({articles: [], current: 0, decisions: {}});
  let state = nothing();
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

  const refusals = {400: "So geht es nicht", 413: "Das ist mehr Text, als der Dienst auf einmal annimmt",
    422: "Das lässt sich nicht lesen; Zeiten bitte wie im Hinweis schreiben oder „Rückgängig“ wählen",
    503: "Der Dienst ist beschäftigt; bitte noch einmal versuchen"};

  async function ask(path, query, body, read) {
    const address = `${path}?${new URLSearchParams(query)}`;
    const answer = await fetch(address, {method: "POST", body}).catch(() => null);
    if (!answer) throw new Error("Der Dienst antwortet nicht; läuft zeitstrahl serve noch?");
    if (answer.ok) return answer[read]();
    const problem = await answer.json().catch(() => ({detail: answer.statusText}));
    throw new Error(`${refusals[answer.status] ?? "Das ging nicht"}. (${problem.detail})`);
  }

  const timelineOf = (text, name, published) =>
    ask("/v1/extract", {name, ...(published && {published})}, text, "json");
  const drawing = () => ({theme: at("theme").value, width: at("width").value,
    ...(at("all").checked && {all: true}), ...(at("hide_vague").checked && {hide_vague: true})});
  // On the screen no wider than there is room, so that it can be read.
  const shownIn = (figure) =>
    ({...drawing(), width: Math.min(at("width").value, Math.max(320, Math.floor(figure.clientWidth)))});

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
      if (article()) remember();
      for (const {name, text, published} of texts) {
        const timeline = await timelineOf(text, name, published);
        state.articles.push({name, timeline});
        state.current = state.articles.length - 1;
      }
      at("text").value = "";
      at("files").value = "";
      const {timeline} = article();
      say(timeline.published ? `${timeline.claims.length} Aussagen gefunden.`
        : "Kein Erscheinungstag gefunden: Bitte unter Zeitleiste angeben, sonst bleiben Wörter wie " +
          "„gestern“ offen.", !timeline.published);
    });
    show();
    if (article() && !article().timeline.published) at("day").focus();
  }

  const readFiles = async (files) => Promise.all([...files].map(async (file) =>
    ({name: file.name, text: await file.arrayBuffer(), published: at("published").value})));

  // --- editing ---

  const remember = () => [done, undone] = [[...done, JSON.stringify(state)], []];

  function edit(change) {
    remember();
    change(article().timeline);
    return refresh();
  }

  function step(from, to) {
    if (from.length === 0) return;
    to.push(JSON.stringify(state));
    state = JSON.parse(from.pop());
    refresh();
  }

  // Moves a claim to the thread of that place among those that are shown; behind the last is a new one.
  function move(index, place) {
    const {threads} = article().timeline;
    const shown = threadsShown();
    if (place < 0 || place > shown.length || shown[place]?.id === article().timeline.claims[index].thread) return;
    let heading = "Neues Thema";
    for (let n = 2; threads.some(({label}) => label === heading); ++n) heading = `Neues Thema ${n}`;
    edit(({claims}) => { claims[index].thread = shown[place]?.id ?? heading; });
  }

  const threadsShown = () => {
    const {claims, threads} = article().timeline;
    return threads.filter(({id}) => claims.some(({thread}) => thread === id));
  };

  // Lets two threads change places.
  const swap = (a, b) => edit(({threads}) => {
    const [first, second] = [a, b].map(({id}) => threads.findIndex((thread) => thread.id === id));
    [threads[first], threads[second]] = [threads[second], threads[first]];
  });

  // The server says what was changed, and whether it can be read.
  function refresh(query = {}) {
    showSteps();  // what cannot be read can be undone, too
    return work(async (latest) => {
      const timeline = await ask("/v1/extract", query, JSON.stringify(article().timeline), "json");
      if (!latest()) return;
      article().timeline = timeline;
      say("");
      show();
    });
  }

  // --- showing ---

  function show() {
    keep();
    at("result").hidden = at("clear").hidden = state.articles.length === 0;
    at("example").hidden = state.articles.length > 0;
    at("text").rows = state.articles.length > 0 ? 3 : 10;
    at("articles").replaceChildren(...state.articles.map(({name, timeline}, index) =>
      make("button", {type: "button", textContent: timeline.title ?? name,
                      ariaPressed: String(index === state.current),
                      onclick: () => choose(index)})));
    if (state.articles.length === 0) return;
    at("day").value = article().timeline.published ?? "";
    showText();
    if (!typing()) showClaims();
    showPicture();
    showCaption();
    showComparison();
    showSteps();
  }

  // What is being written is not taken away; it becomes an edit of its own.
  const typing = () => {
    const field = document.activeElement;
    return field.closest("#claims") && field.matches("textarea, input:not([type=checkbox])") &&
      field.value !== field.defaultValue;
  };

  // Fills an element anew; who was on a control in it is on the same one again.
  function fill(into, ...content) {
    const held = into.contains(document.activeElement) && document.activeElement.ariaLabel;
    into.replaceChildren(...content);
    if (held) into.querySelector(`[aria-label="${CSS.escape(held)}"]`)?.focus();
  }

  function showSteps() {
    at("undo").disabled = done.length === 0;
    at("redo").disabled = undone.length === 0;
  }

  function choose(index) {
    state.current = index;
    show();
  }

  function put(svg, into) {
    const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    into.replaceChildren(document.importNode(picture, true));
  }

  const showPicture = () => work(async (latest) => {
    const svg = await ask("/v1/draw", {...shownIn(at("picture")), links: "true"},
                          JSON.stringify(article().timeline), "text");
    if (latest()) put(svg, at("picture"));
  });

  // The words that go with the picture, ready to be copied.
  const showCaption = async () => {
    if (at("caption").hidden) return;
    at("caption").value = await ask("/v1/draw", {...drawing(), format: "caption"},
      JSON.stringify(article().timeline), "text").catch((error) => error.message);
  };

  const lines = () => state.articles.map(({timeline}) => JSON.stringify(timeline)).join("\n");
  const rejected = () =>
    Object.keys(state.decisions).filter((key) => state.decisions[key] === "rejected").join(",");

  const showComparison = async () => {
    at("comparison").hidden = state.articles.length < 2;
    if (state.articles.length < 2) return;
    try {
      const [all, svg] = await Promise.all([
        ask("/v1/compare", {format: "json"}, lines(), "json"),
        ask("/v1/compare", {...shownIn(at("compared")), format: "svg", reject: rejected()}, lines(), "text")]);
      showVerdicts(all);
      put(svg, at("compared"));
    } catch (error) {
      say(error.message, true);
    }
  };

  function decide(key, decision) {
    remember();
    if (state.decisions[key] === decision) delete state.decisions[key];
    else state.decisions[key] = decision;
    showSteps();
    keep();
    showComparison();
  }

  // A row a finding, with both sentences and what was decided.
  function showVerdicts(all) {
    const said = ({article: index, label, passages}) => {
      const {title, id, published} = all.articles[index];
      return make("td", {className: "words"}, `„${passages[0].sentence_text || label}“`,
        make("small", {textContent: [title ?? id, published].filter(Boolean).join(", ")}));
    };
    const rows = all.stories.flatMap((story) => story.rows).flatMap((row) => row.findings.map((finding) => {
      const [first, second] = [row.statements[finding.first], row.statements[finding.second]];
      return {row, finding, first, second, key: `${first.passages[0].claim}:${second.passages[0].claim}`};
    }));
    fill(at("verdicts").tBodies[0], ...rows.map(({row, finding, first, second, key}, index) => {
      const choice = (decision, name) => make("button", {type: "button", textContent: name,
        ariaLabel: `${name}: Urteil ${index + 1}`, ariaPressed: String(state.decisions[key] === decision),
        onclick: () => decide(key, decision)});
      return make("tr", {className: state.decisions[key] ?? ""},
        make("td", {textContent: verdicts[finding.verdict]}), make("td", {textContent: row.label}),
        said(first), said(second),
        make("td", {}, choice("accepted", "Annehmen"), " ", choice("rejected", "Verwerfen")));
    }));
    const count = (decision) => rows.filter(({key}) => state.decisions[key] === decision).length;
    at("checked").textContent = rows.length === 0 ? "Die Artikel haben keine Sache gemeinsam."
      : `${count("accepted")} angenommen, ${count("rejected")} verworfen, ` +
        `${rows.length - count("accepted") - count("rejected")} offen. Verworfenes steht nicht im Bild.`;
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
      const lead = () => reach(number, "claim");
      parts.push(make("mark", {id: `passage-${number}`, tabIndex: 0, onclick: lead,
                               textContent: points.slice(clause.begin, clause.end).join(""),
                               onkeydown: onEnter(lead)}));
      end = clause.end;
    }
    at("passages").replaceChildren(...parts, points.slice(end).join(""));
  }

  // Instead of a line break.
  const onEnter = (lead) => (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    lead();
  };

  // Marks a claim in text and table, and leads to one of them.
  function reach(number, to) {
    for (const element of document.querySelectorAll(".chosen")) element.classList.remove("chosen");
    for (const kind of ["passage", "claim"]) at(`${kind}-${number}`)?.classList.add("chosen");
    const target = at(`${to}-${number}`) ?? at(`claim-${number}`);
    target?.scrollIntoView({block: "center"});
    (target?.matches("tr") ? target.querySelector("textarea") : target)?.focus({preventScroll: true});
  }

  // A body a thread, where claims can be dropped, and one for a new thread.
  function showClaims() {
    const {claims, threads} = article().timeline;
    const shown = threadsShown();
    const drop = (body, place) => Object.assign(body, {
      ondragover: (event) => {
        if (!event.dataTransfer.types.includes("application/x-claim")) return;
        event.preventDefault();
        body.classList.add("over");
      },
      ondragleave: (event) => body.contains(event.relatedTarget) || body.classList.remove("over"),
      ondrop: (event) => {
        event.preventDefault();
        body.classList.remove("over");
        move(Number(event.dataTransfer.getData("application/x-claim")), place);
      }});
    const bodies = shown.map((thread, place) => drop(make("tbody", {className: "thread", role: "rowgroup"},
      threadHead(shown, place), ...claims.flatMap((claim, index) =>
        claim.thread === thread.id ? [claimRow(claim, index, place)] : [])), place));
    const fresh = make("tbody", {className: "thread fresh", role: "rowgroup"}, make("tr", {role: "row"},
      make("th", {colSpan: 8, role: "rowheader", textContent: "Neues Thema: Aussage hierher ziehen"})));
    fill(at("claims"), at("claims").tHead, ...bodies, drop(fresh, shown.length));
  }

  function threadHead(shown, place) {
    const thread = shown[place];
    const name = `Thema ${place + 1}`;
    const heading = make("input", {defaultValue: thread.label, ariaLabel: `Überschrift von ${name}`,
      placeholder: "ohne Überschrift", onchange: (event) => edit(({threads}) => {
        threads.find(({id}) => id === thread.id).label = event.target.value;
      })});
    const shift = (to, sign, where) => make("button", {type: "button", textContent: sign,
      ariaLabel: `${name} nach ${where}`, disabled: !shown[to], onclick: () => swap(thread, shown[to])});
    return make("tr", {role: "row"}, make("th", {colSpan: 8, role: "rowheader"}, make("div", {className: "row"}, heading,
      make("span", {}, shift(place - 1, "↑", "oben"), " ", shift(place + 1, "↓", "unten")))));
  }

  function claimRow(claim, index, place) {
    const name = (what) => `${what} von Aussage ${index + 1}`;
    const text = (field, what, value = claim[field] ?? "", more = {}) =>
      make("input", {defaultValue: value, ariaLabel: name(what), ...more, onchange: (event) =>
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
    source.placeholder = "der Artikel";
    const wording = make("textarea", {defaultValue: claim.label, rows: 1, ariaLabel: name("Wortlaut"),
      onkeydown: onEnter(() => wording.blur()),
      onchange: (event) => edit(({claims: all}) => { all[index].label = event.target.value || null; })});
    const shown = make("input", {type: "checkbox", checked: !claim.hidden, ariaLabel: name("Zeigen"),
      onchange: (event) => edit(({claims: all}) => { all[index].hidden = !event.target.checked; })});
    const number = make("button", {type: "button", textContent: index + 1,
      ariaLabel: `Zur Textstelle von Aussage ${index + 1}`, onclick: () => reach(index + 1, "passage")});
    const time = text("edtf", "Zeit", claim.edtf ?? "", {placeholder: "ohne Zeit"});
    time.setAttribute("aria-describedby", "dating");
    const cell = (className, ...content) => make("td", {className, role: "cell"}, ...content);
    return make("tr", {id: `claim-${index + 1}`, role: "row", className: claim.hidden ? "claim hidden" : "claim"},
      cell("handle", grip(index, place)), cell("number", number), cell("label", wording, ...was),
      cell("time", time), cell("mode", mode), cell("source", source),
      cell("note", text("note", "Notiz", claim.note ?? "", {placeholder: "Notiz"})), cell("shown", shown));
  }

  // What a claim is dragged by, and moved with the arrow keys.  No button: Firefox drags none.
  function grip(index, place) {
    const handle = make("span", {className: "grip", textContent: "⠿", draggable: true, tabIndex: 0,
      role: "button", ariaLabel: `Aussage ${index + 1} in ein anderes Thema`,
      ondragstart: (event) => {
        event.dataTransfer.setData("application/x-claim", String(index));
        event.dataTransfer.effectAllowed = "move";
      },
      onkeydown: (event) => {
        const by = {ArrowUp: -1, ArrowDown: 1}[event.key];
        if (!by) return;
        event.preventDefault();
        move(index, place + by);
      }});
    handle.setAttribute("aria-describedby", "moving");
    return handle;
  }

  // --- saving ---

  const pictures = {SVG: "svg", PNG: "png", PDF: "pdf", Bericht: "html"};
  const pictured = (format) => ({...drawing(), format, ...(format === "png" && {scale: 2})});

  // A button for each kind; `fetched` gives its bytes, which `name` saves.
  function offer(place, kinds, said, fetched, name) {
    for (const [label, format] of Object.entries(kinds)) {
      const save = () => work(async () => {
        const link = make("a", {href: URL.createObjectURL(await fetched(format)),
                                download: `${name()}.${format === "caption" ? "txt" : format}`});
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      });
      at(place).append(make("button", {type: "button", textContent: label, ariaLabel: said(label),
                                       onclick: save}), " ");
    }
  }
  offer("save", {...pictures, Bildtext: "caption", JSON: "json", CSV: "csv"}, (label) => label,
    (format) => ask(["json", "csv"].includes(format) ? "/v1/extract" : "/v1/draw", pictured(format),
                    JSON.stringify(article().timeline), "blob"),
    () => article().timeline.id);
  offer("save-compared", {...pictures, JSON: "json", CSV: "csv"}, (label) => `Vergleich als ${label}`,
    (format) => ask("/v1/compare", {...pictured(format), reject: rejected()}, lines(), "blob"),
    () => "vergleich");

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
    state = nothing();
    [done, undone] = [[], []];
    say("");
    show();
  });
  at("undo").addEventListener("click", () => step(done, undone));
  at("redo").addEventListener("click", () => step(undone, done));
  at("tell").addEventListener("click", async () => {
    at("caption").hidden = !at("caption").hidden;
    at("tell").textContent = at("caption").hidden ? "Bildtext zeigen" : "Bildtext verbergen";
    await showCaption();
    if (!at("caption").hidden) at("caption").select();
  });
  at("add").addEventListener("click", async () => {
    await edit(({claims, threads}) => {
      claims.push({label: "Neue Aussage", edtf: null, thread: threads[0]?.id ?? null, added: true});
    });
    const wording = at(`claim-${article().timeline.claims.length}`)?.querySelector("textarea");
    wording?.scrollIntoView({block: "center"});
    wording?.select();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.target.matches("input, textarea") || !article()) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();  // or the field that was written in last is undone
    step(...(key === "y" || event.shiftKey ? [undone, done] : [done, undone]));
  });
  at("picture").addEventListener("click", (event) => {
    const mark = event.target.closest("[data-claims]");
    if (!mark) return;
    event.preventDefault();
    reach(Number(mark.dataset.claims.split(" ")[0]), "passage");
  });
  at("day").addEventListener("change", () => {
    if (!at("day").value) return;
    remember();
    refresh({published: at("day").value});
  });
  at("remove").addEventListener("click", () => {
    remember();
    state.articles.splice(state.current, 1);
    state.current = Math.max(0, state.current - 1);
    say("");
    show();
  });
  at("example").addEventListener("click", () => {
    at("text").value = example;
    at("published").value = "2025-01-22";
    at("text").focus();
  });
  for (const id of ["theme", "width", "all", "hide_vague"]) at(id).addEventListener("change", () => article() && show());

  try {
    state = {...state, ...JSON.parse(localStorage.getItem("zeitstrahl"))};
  } catch { /* what cannot be read is no work */ }
  show();
})();
