// The page of `zeitstrahl serve` in headless Chromium: from a pasted article to an edited
// picture, by mouse and by keyboard; what was done outlives a reload; nothing that axe-core
// finds, at three widths.

import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {createRequire} from "node:module";
import {readFileSync} from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";
import {chromium} from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const [program, folder] = process.argv.slice(2);
const article = "Hafen wird größer\n\nSeit 2019 sind Hansen und Petersen Partner. Hansen will im " +
  "März 2027 eine Halle bauen. Laut Olsen bleibt der Kai bis 2030 gesperrt.\n";
let browser, server, address;

before(async () => {
  server = spawn(program, ["serve", "--port", "0"]);
  address = await new Promise((resolve) =>
    server.stdout.once("data", (line) => resolve(String(line).trim())));
  browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ["--no-sandbox"]});
});
after(async () => {
  await browser.close();
  server.kill("SIGTERM");
});

async function visit(options, work) {
  const context = await browser.newContext({viewport: {width: 1400, height: 900}, ...options});
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(address);
  await work(page);
  await context.close();
  assert.deepEqual(faults, []);
}

async function enter(page) {
  await page.getByLabel("Text, Markdown oder HTML").fill(article);
  await page.getByLabel("Erschienen am").fill("2025-01-22");
  await page.getByRole("button", {name: "Zeitleiste erstellen"}).click();
  await page.waitForSelector("#picture svg");
}

const label = (page, number) => page.getByLabel(`Wortlaut von Aussage ${number}`);
const drawn = (page, words) => page.waitForFunction(
  (w) => document.querySelector("#picture svg")?.textContent.includes(w), words);
const gone = (page, words) => page.waitForFunction(
  (w) => !document.querySelector("#picture svg").textContent.includes(w), words);

for (const width of [400, 800, 1400]) {
  test(`from text to picture at ${width} px, clean for axe-core`, () =>
    visit({viewport: {width, height: 900}, bypassCSP: true}, async (page) => {
      await page.addScriptTag({path: axe});
      const check = async () => {
        const {violations} = await page.evaluate(() => window.axe.run());
        assert.deepEqual(violations.map((v) => `${v.id} ${v.nodes[0].html.slice(0, 100)}`), []);
      };
      await check();
      await enter(page);
      assert.equal(await page.locator("#claims tr.claim").count(), 3);
      await check();
      for (const number of [1, 2, 3]) {  // no wording is cut
        assert.ok(await label(page, number).evaluate((field) => field.scrollHeight <= field.clientHeight + 4));
      }
      await page.screenshot({path: path.join(folder, `page-${width}.png`), fullPage: true});
      const wide = await page.evaluate(() =>
        document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
      assert.equal(wide, 0);
    }));
}

test("a label is edited, undone, done again and kept over a reload", () =>
  visit({}, async (page) => {
    await enter(page);
    await label(page, 2).fill("Neue Halle");
    await page.keyboard.press("Tab");
    await drawn(page, "Neue Halle");
    await page.waitForSelector("text=geändert: Aussage");
    await page.getByRole("button", {name: "Rückgängig"}).click();
    await gone(page, "Neue Halle");
    await page.getByRole("button", {name: "Wiederholen"}).focus();
    await page.keyboard.press("Enter");
    await drawn(page, "Neue Halle");
    await page.reload();
    await drawn(page, "Neue Halle");
    assert.equal(await label(page, 2).inputValue(), "Neue Halle");
  }));

test("a claim is hidden by keyboard, another is added and dated", () =>
  visit({}, async (page) => {
    await enter(page);
    await page.getByLabel("Zeigen von Aussage 3").focus();
    await page.keyboard.press("Space");
    await drawn(page, "Nicht gezeigt ist eine Aussage: „");  // named in the foot alone
    assert.equal(await page.locator('#picture a[data-claims="3"]').count(), 0);
    await page.getByRole("button", {name: "Aussage hinzufügen"}).click();
    await label(page, 4).waitFor();
    await page.getByLabel("Zeit von Aussage 4").fill("2028-06");
    await page.keyboard.press("Enter");
    await drawn(page, "Juni 2028");
    await drawn(page, "von Hand");
  }));

// The heading of the thread that a claim stands under, once the picture shows it.
const headings = (page) => page.$$eval("#claims tbody.thread", (bodies) => bodies.map((body) =>
  [body.querySelector("input")?.value, ...[...body.querySelectorAll("tr.claim")].map((row) => row.id)].join(" ")));
const until = async (check) => {
  for (const end = Date.now() + 10000;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
};

for (const width of [400, 800, 1400]) {
  test(`a claim is dragged to another thread, and moved by keyboard, at ${width} px`, () =>
    visit({viewport: {width, height: 900}}, async (page) => {
      await enter(page);
      assert.match((await headings(page)).join("|"), /claim-1 claim-2[|].* claim-3[|]$/);
      const grip = (number) => page.getByLabel(`Aussage ${number} in ein anderes Thema`);
      await grip(3).dragTo(page.locator("#claims tbody.thread").nth(0));
      await until(async () => assert.match((await headings(page))[0], / claim-1 claim-2 claim-3$/));
      await page.waitForSelector("text=geändert: Thema");
      await drawn(page, "gesperrt");
      await grip(2).focus();
      await page.keyboard.press("ArrowDown");
      await until(async () => assert.match((await headings(page))[1], /^Neues Thema claim-2$/));
      const held = () => page.evaluate(() => document.activeElement.ariaLabel);
      assert.match(await held(), /Aussage 2/);  // it stays in the hand
      await drawn(page, "Neues Thema");
      await page.locator("#claims tbody.fresh").scrollIntoViewIfNeeded();  // no scrolling in the drag
      await grip(1).dragTo(page.locator("#claims tbody.fresh"));
      await until(async () => assert.match((await headings(page))[2], /^Neues Thema 2 claim-1$/));
      await grip(1).focus();
      await page.keyboard.press("ArrowUp");
      await until(async () => assert.match((await headings(page))[1], /^Neues Thema claim-1 claim-2$/));
      await page.screenshot({path: path.join(folder, `moved-${width}.png`), fullPage: true});
      for (let edits = 4; edits > 0; --edits) {
        const was = (await headings(page)).join("|");
        await page.getByRole("button", {name: "Rückgängig"}).click();
        await until(async () => assert.notEqual((await headings(page)).join("|"), was));
      }
      await gone(page, "Neues Thema");
    }));
}

test("threads are put in another order and renamed", () => visit({}, async (page) => {
  await enter(page);
  const [first, second, third] = await headings(page);
  await page.getByRole("button", {name: "Thema 1 nach unten"}).click();
  await until(async () => assert.deepEqual((await headings(page)).slice(0, 3), [second, first, third]));
  await page.getByRole("button", {name: "Thema 2 nach oben"}).focus();
  await page.keyboard.press("Enter");
  await until(async () => assert.deepEqual((await headings(page)).slice(0, 3), [first, second, third]));
  await page.getByLabel("Überschrift von Thema 2").fill("Der Neubau");
  await page.keyboard.press("Enter");
  await drawn(page, "Der Neubau");
}));

test("what is being written outlives an answer of the server", () => visit({}, async (page) => {
  await enter(page);
  await label(page, 1).fill("Zwei Partner");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2018/..");
  await drawn(page, "Zwei Partner");
  await page.keyboard.press("Enter");
  await drawn(page, "2018");
  await drawn(page, "Zwei Partner");
}));

test("an example is at hand, and the day can be set later, by keyboard, without losing edits", () =>
  visit({}, async (page) => {
    await page.getByRole("button", {name: "Beispiel einsetzen"}).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Erschienen am").fill("");
    await page.getByRole("button", {name: "Zeitleiste erstellen"}).click();
    await page.waitForSelector("text=Kein Erscheinungstag gefunden");
    await drawn(page, "gesperrt");
    assert.equal(await page.evaluate(() => document.activeElement.id), "day");
    const opening = page.locator("tr.claim", {has: page.locator("textarea", {hasText: "Arbeiten"})});
    await opening.getByLabel(/^Wortlaut/).fill("Baubeginn am Kai");
    await page.keyboard.press("Enter");
    await drawn(page, "Baubeginn am Kai");
    await page.getByLabel("Erscheinungstag").fill("2025-01-22");
    await drawn(page, "21.\u00a0Jan.\u00a02025");
    await drawn(page, "Baubeginn am Kai");
    await page.getByRole("button", {name: "Rückgängig"}).click();
    await gone(page, "21.\u00a0Jan.\u00a02025");
  }));

test("what only words of the present date can be left out, and an article removed", () =>
  visit({}, async (page) => {
    await page.getByLabel("Text, Markdown oder HTML").fill(article + "Derzeit prüft das Amt die Pläne.\n");
    await page.getByLabel("Erschienen am").fill("2025-01-22");
    await page.getByRole("button", {name: "Zeitleiste erstellen"}).click();
    await drawn(page, "Stand bei Erscheinen");
    await page.getByLabel("ohne „derzeit“").focus();
    await page.keyboard.press("Space");
    await drawn(page, "Nicht gezeigt ist eine Aussage: „Das Amt prüft");
    await page.getByRole("button", {name: "Artikel entfernen"}).click();
    assert.ok(!(await page.isVisible("#result")));
    assert.ok(await page.isVisible("#example"));
  }));

test("caption and alternative text are shown to be copied, and follow the picture", () =>
  visit({}, async (page) => {
    await enter(page);
    await page.getByRole("button", {name: "Bildtext zeigen"}).click();
    const words = page.getByLabel("Bildunterschrift und Alternativtext");
    await until(async () => assert.match(await words.inputValue(), /Zeitleiste[^]*gesperrt/));
    await page.getByLabel("Zeigen von Aussage 3").click();
    await until(async () => assert.match(await words.inputValue(), /Nicht gezeigt ist eine Aussage: „/));
    await page.getByRole("button", {name: "Bildtext verbergen"}).focus();
    await page.keyboard.press("Enter");
    assert.ok(!(await words.isVisible()));
  }));

// Walks to a control with the Tab key, as somebody without a mouse does.
async function tabTo(page, name) {
  for (let steps = 0; steps < 150; ++steps) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const held = document.activeElement;
      return held.ariaLabel ?? held.labels?.[0]?.textContent ?? held.textContent;
    });
    if (at.trim().startsWith(name)) return;
  }
  assert.fail(`the Tab key does not lead to ${name}`);
}

test("the whole way by keyboard alone", () =>
  visit({acceptDownloads: true}, async (page) => {
    const write = async (text) => {
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(text);
    };
    await tabTo(page, "Text, Markdown oder HTML");
    await page.keyboard.insertText(article.replace("\n\n", "\n\n22. Januar 2025\n\n"));
    await tabTo(page, "Zeitleiste erstellen");
    await page.keyboard.press("Enter");
    await drawn(page, "gesperrt");
    await tabTo(page, "Breite");
    await write("1000");
    await tabTo(page, "Wortlaut von Aussage 2");
    await write("Hansen baut");
    await tabTo(page, "Zeit von Aussage 2");
    await write("2026-05");
    await page.keyboard.press("Enter");
    await drawn(page, "Mai 2026");
    await tabTo(page, "Darstellung von Aussage 2");
    await page.keyboard.press("m");
    await drawn(page, "möglich");
    await tabTo(page, "Quelle von Aussage 2");
    await write("Petersen");
    await tabTo(page, "Notiz von Aussage 2");
    await write("am Telefon");
    await page.keyboard.press("Enter");
    await drawn(page, "laut Petersen");
    await page.waitForSelector("text=geändert: Aussage, Zeit, Darstellung");
    await tabTo(page, "Farben");
    await page.keyboard.press("d");
    await tabTo(page, "Zur Textstelle von Aussage 2");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#passage-2.chosen");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#claim-2.chosen");
    assert.equal(await label(page, 2).inputValue(), "Hansen baut");
    await tabTo(page, "Rückgängig");
    await page.keyboard.press("Control+z");  // the note
    await page.keyboard.press("Control+z");  // the source
    await gone(page, "laut Petersen");
    await page.keyboard.press("Control+y");
    await drawn(page, "laut Petersen");
    await tabTo(page, "SVG");
    const [download] = await Promise.all(
      [page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(readFileSync(await download.path(), "utf8"), /<svg[^>]* width="1000"[^]*laut Petersen/);
  }));

test("the whole way by mouse, from a file that is dropped", () =>
  visit({acceptDownloads: true}, async (page) => {
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "hafen.md", {type: "text/markdown"}));
      return data;
    }, article.replace("\n\n", "\n\n22. Januar 2025\n\n"));
    await page.dispatchEvent("#enter", "drop", {dataTransfer: dropped});
    await drawn(page, "gesperrt");
    await page.getByLabel("Zeigen von Aussage 3").click();
    await drawn(page, "Nicht gezeigt ist eine Aussage: „");
    await page.getByLabel("Darstellung von Aussage 2").selectOption("als Tatsache");
    await label(page, 2).click({clickCount: 3});
    await page.keyboard.insertText("Hansen baut");
    await page.getByLabel("Zeit von Aussage 2").click({clickCount: 3});  // leaves the wording
    await drawn(page, "Hansen baut");
    await page.getByRole("button", {name: "Rückgängig"}).click();
    await gone(page, "Hansen baut");
    await page.getByRole("button", {name: "Wiederholen"}).click();
    await drawn(page, "Hansen baut");
    await page.getByLabel("Farben").selectOption("Druck");
    const [download] = await Promise.all(
      [page.waitForEvent("download"), page.getByRole("button", {name: "SVG", exact: true}).click()]);
    assert.match(readFileSync(await download.path(), "utf8"), /Hansen baut/);
  }));

async function enterTwo(page) {
  await enter(page);
  await page.getByLabel("Text, Markdown oder HTML").fill(article.replace("März 2027", "Mai 2028"));
  await page.getByLabel("Erschienen am").fill("2025-02-22");
  await page.getByRole("button", {name: "Zeitleiste erstellen"}).click();
  await page.waitForSelector("#compared svg");
}

for (const width of [400, 800, 1400]) {
  test(`each verdict is accepted or rejected, and what is rejected leaves the picture, at ${width} px`, () =>
    visit({viewport: {width, height: 900}, acceptDownloads: true, bypassCSP: true}, async (page) => {
      await enterTwo(page);
      const signs = () => page.$$eval("#verdicts tbody tr", (rows) => rows.map((row) => row.className));
      const shown = () => page.locator("#compared svg").textContent();
      assert.deepEqual(await signs(), ["", "", ""]);
      const before = await shown();
      const moved = page.getByRole("row", {name: "verschoben"});
      await moved.getByRole("button", {name: "Verwerfen"}).click();
      await until(async () => assert.notEqual(await shown(), before));
      assert.equal((await signs()).filter((sign) => sign === "rejected").length, 1);
      await page.getByRole("button", {name: "Annehmen: Urteil 1"}).focus();
      await page.keyboard.press("Space");
      await page.waitForSelector("text=1 angenommen, 1 verworfen, 1 offen");
      const held = () => page.evaluate(() => document.activeElement.ariaLabel);
      assert.equal(await held(), "Annehmen: Urteil 1");
      const [download] = await Promise.all([page.waitForEvent("download"),
        page.getByRole("button", {name: "Vergleich als JSON"}).click()]);
      const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
      const kinds = saved.stories.flatMap(({rows}) => rows.map(({verdict}) => verdict));
      assert.deepEqual(kinds.sort(), ["equal", "equal", "only", "only"]);
      await page.addScriptTag({path: axe});
      const {violations} = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map((v) => `${v.id} ${v.nodes[0].html.slice(0, 100)}`), []);
      await page.screenshot({path: path.join(folder, `compared-${width}.png`), fullPage: true});
      await page.reload();
      await page.waitForSelector("#verdicts tr.rejected");
      await moved.getByRole("button", {name: "Verwerfen"}).click();
      await until(async () => assert.equal(await shown(), before));
    }));
}

test("a date that is none is told, and nothing is lost", () =>
  visit({}, async (page) => {
    await enter(page);
    const fault = page.waitForEvent("console");  // the browser logs the refusal, too
    await page.getByLabel("Zeit von Aussage 2").fill("im Mai").catch(() => {});
    await page.keyboard.press("Enter");
    await page.waitForSelector("#message.wrong");
    assert.match(await page.locator("#message").textContent(),
                 /^Das lässt sich nicht lesen; Zeiten bitte wie im Hinweis.*im Mai.*which is no date/);
    await fault;
    await page.getByRole("button", {name: "Rückgängig"}).click();
    await page.waitForFunction(() => document.getElementById("message").textContent === "");
  }).catch((error) => {
    if (!/status of 422/.test(error.message)) throw error;
  }));

test("mark, passage and row lead to each other", () => visit({}, async (page) => {
  await enter(page);
  await page.locator('#picture a[data-claims="2"]').first().click();
  await page.waitForSelector("#passage-2.chosen");
  await page.locator("#passage-1").focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#claim-1.chosen");
  await page.getByLabel("Zur Textstelle von Aussage 3").click();
  await page.waitForSelector("#passage-3.chosen");
}));

test("a long text beside the picture ends above the claims, however far the page is scrolled", () =>
  visit({}, async (page) => {
    await page.getByLabel("Text, Markdown oder HTML").fill(article + "Mehr ist davon nicht bekannt. ".repeat(200));
    await page.getByLabel("Erschienen am").fill("2025-01-22");
    await page.getByRole("button", {name: "Zeitleiste erstellen"}).click();
    await page.waitForSelector("#picture svg");
    for (const top of [0, 300, 600, 900]) {
      const [text, claims] = await page.evaluate((y) => {
        window.scrollTo(0, y);
        return ["#passages", "#claims-head"].map((s) => document.querySelector(s).getBoundingClientRect());
      }, top);
      assert.ok(text.bottom <= claims.top, `at ${top}: ${text.bottom} > ${claims.top}`);
    }
  }));

test("two articles are compared, and each kind of file is saved", () =>
  visit({acceptDownloads: true}, async (page) => {
    await enterTwo(page);
    for (const [name, start] of [["SVG", "<svg"], ["PNG", "\x89PNG"], ["PDF", "%PDF"],
                                 ["Bericht", "<!DOCTYPE"], ["Bildtext", "Zeitleiste"],
                                 ["JSON", "{"], ["CSV", "article"]]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"), page.getByRole("button", {name, exact: true}).click()]);
      const content = readFileSync(await download.path(), "latin1");
      assert.ok(content.slice(0, 200).includes(start), name);
    }
  }));
