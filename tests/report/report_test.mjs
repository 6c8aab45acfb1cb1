// The HTML report in headless Chromium: links both ways by click and by keyboard, sorting and
// filtering, without script, on paper, in a window of 400 px; no error, no request, and nothing
// that axe-core finds.

import assert from "node:assert/strict";
import {createRequire} from "node:module";
import {readdirSync} from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";
import {pathToFileURL} from "node:url";
import {chromium} from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const folder = path.resolve(process.argv[2]);
const reports = readdirSync(folder).filter(
  (name) => /-800-light.html|^harbour-800.*html|^[a-z]+.html/.test(name));
let browser;

before(async () => {
  browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ["--no-sandbox"]});
});
after(() => browser.close());

// Opens a report, and closes it with a look at what it reported and asked for.
async function visit(name, options, work) {
  const context = await browser.newContext({
    viewport: {width: 1400, height: 900}, reducedMotion: "reduce", ...options});
  const page = await context.newPage();
  const faults = [];
  const url = pathToFileURL(path.join(folder, name)).href;
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const own = [url, "data:"].some((start) => request.url().startsWith(start));
    if (!own) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await work(page);
  await context.close();
  assert.deepEqual(faults, []);
}

// What follows a click or a key follows soon, not at once.
async function soon(check) {
  for (const end = Date.now() + 10000;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

const selected = (page) =>
  page.$$eval(".selected:not(.narrow .selected)", (found) =>
    found.map((e) => `${e.closest("figure, p, tbody").localName} ${e.dataset.claims}`));
const hash = (page) => page.evaluate(() => location.hash);
const focused = (page) => page.evaluate(() => document.activeElement.outerHTML.slice(0, 40));
const numbers = (page) => page.$$eval("tbody tr:not([hidden]) th", (heads) =>
  heads.map((th) => Number(th.textContent)));
const inView = (page, selector) => page.$eval(selector, (e) => {
  const box = e.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
});

for (const name of reports) {
  for (const width of [1400, 800, 400]) {
    test(`${name} at ${width} px: no fault`, () =>
      visit(name, {viewport: {width, height: 900}}, async (page) => {
        const broken = await page.$$eval("a:not(.out)", (links) =>
          links.map((a) => a.getAttribute("href")).filter((h) => !document.querySelector(h)));
        assert.deepEqual(broken, []);
        const ids = await page.$$eval("[id]", (found) => found.map((e) => e.id));
        assert.equal(new Set(ids).size, ids.length);
        const overflow = await page.evaluate(
          () => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
        assert.equal(overflow, 0);
      }));
  }
}

test("axe-core finds no fault, with and without a selection", async () => {
  for (const name of reports) {
    for (const width of [1400, 800, 400]) {
      // Only the test's own script needs the page's policy out of its way.
      await visit(name, {viewport: {width, height: 900}, bypassCSP: true}, async (page) => {
        await page.addScriptTag({path: axe});
        if (width === 800) await page.evaluate(() => document.querySelector("tbody tr")?.click());
        const {violations} = await page.evaluate(() => window.axe.run());
        assert.deepEqual(
          violations.map((v) => `${name} ${width}: ${v.id} ${v.nodes[0].html.slice(0, 120)} ` +
                                v.nodes[0].any.map((a) => a.message).join(" ")), []);
      });
    }
  }
});

const harbour = "harbour-800-light.html";

test("mark, passage and row lead to each other by keyboard", () =>
  visit(harbour, {}, async (page) => {
    await page.keyboard.press("Tab");  // three links to the parts of the page
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await soon(async () => assert.match(await focused(page), /<a href="#passage-1"/));
    await page.keyboard.press("Enter");
    await soon(async () => assert.equal(await hash(page), "#passage-1"));
    await soon(async () => assert.deepEqual(
      await selected(page), ["figure 1", "p 1", "p 1", "p 1", "tbody 1"]));
    await soon(async () => assert.match(await focused(page), /<a id="passage-1"/));
    await page.keyboard.press("Enter");
    await soon(async () => assert.equal(await hash(page), "#claim-1"));
    await soon(async () => assert.match(await focused(page), /<a href="#passage-1"/));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await soon(async () => assert.equal(await hash(page), "#passage-2"));
    await soon(async () => assert.match(await focused(page), /<a id="passage-2"/));
    await soon(async () => assert.deepEqual(
      await selected(page), ["figure 2", "p 2", "p 2", "p 2", "tbody 2"]));
    await page.keyboard.press("Escape");
    await soon(async () => assert.deepEqual(await selected(page), []));
  }));

for (const width of [1400, 400]) {
  test(`mark, passage and row lead to each other by click at ${width} px`, () =>
    visit(harbour, {viewport: {width, height: 900}}, async (page) => {
      await page.click(`figure.${width > 700 ? "wide" : "narrow"} a[data-claims="11"]`);
      await soon(async () => assert.equal(await hash(page), "#passage-11"));
      await soon(async () => assert.ok(await inView(page, "#passage-11")));
      await page.click('mark[data-claims="8"]');
      await soon(async () => assert.equal(await hash(page), "#claim-8"));
      await soon(async () => assert.ok(await inView(page, "#claim-8")));
      await soon(async () => assert.ok((await selected(page)).includes("tbody 8")));
      await page.click("#claim-2 td.claim");
      await soon(async () => assert.equal(await hash(page), "#passage-2"));
      await soon(async () => assert.ok(await inView(page, "#passage-2")));
    }));
}

test("the table sorts, by keyboard too", () =>
  visit(harbour, {}, async (page) => {
    const head = page.getByRole("columnheader", {name: "Zeit"});
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    const order = await numbers(page);
    assert.equal(order[0], 1);  // since 2017
    assert.ok(order.indexOf(11) < order.indexOf(7) && order.indexOf(7) < order.indexOf(10));
    await page.keyboard.press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    await soon(async () => assert.equal((await numbers(page))[0], 10));  // 2027
    await page.getByRole("columnheader", {name: "Nr."}).getByRole("button").click();
    await soon(async () => assert.deepEqual(
      await numbers(page), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
  }));

test("the table filters by words, standing and thread", () =>
  visit(harbour, {}, async (page) => {
    const status = page.getByRole("status");
    await page.getByLabel("Suche").fill("nordwerft");
    await soon(async () => assert.deepEqual(await numbers(page), [1, 2, 3, 4]));
    assert.equal(await status.textContent(), "4 von 11 Aussagen");
    await page.getByLabel("Darstellung").selectOption("angekündigt");
    await soon(async () => assert.deepEqual(await numbers(page), [3, 4]));
    await page.getByLabel("Suche").fill("");
    await page.getByLabel("Thema").selectOption("Ausbau des Emder Hafens");
    await soon(async () => assert.deepEqual(await numbers(page), [6]));
  }));

test("the rows that are shown are copied for a spreadsheet, by click and by keyboard", () =>
  visit("edited.html", {}, async (page) => {
    const copied = async (press) => {
      await page.evaluate(() => {
        window.copied = "";
        window.addEventListener("copy", (event) => {  // behind the page's own
          window.copied = event.clipboardData.getData("text/plain");
        }, {once: true});
      });
      await press();
      return soon(async () => {
        const text = await page.evaluate(() => window.copied);
        assert.notEqual(text, "");
        return text.replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
      });
    };
    const button = page.getByRole("button", {name: "Tabelle kopieren"});
    const all = await copied(() => button.click());
    const count = await page.locator("tbody tr").count();
    assert.equal(all.length, count + 1);
    assert.deepEqual(new Set(all.map((line) => line.length)), new Set([8]));
    assert.deepEqual(all[0].slice(0, 3), ["Nr.", "Aussage", "Zeit"]);
    assert.equal(all[1][1], "Von Hand gesetzt");
    assert.match(all[1][7], /von Hand geändert/);
    assert.equal(await page.getByRole("status").textContent(),
                 `Kopiert: ${count} Zeilen, bereit für die Tabellenkalkulation`);
    await page.getByLabel("Suche").fill("Von Hand gesetzt");
    await button.focus();
    assert.equal((await copied(() => page.keyboard.press("Enter"))).length, 2);
  }));

test("what was edited and left out is told, with its reason", () =>
  visit("edited.html", {}, async (page) => {
    const told = await page.$$eval("#edits li", (items) => items.map((li) => li.textContent));
    assert.equal(told.length, 3);
    assert.match(told[0], /^Von Hand gesetzt; von Hand geändert, gefunden war: /);
    assert.match(told[1], /; nicht im Bild; Notiz: steht anderswo$/);
    assert.match(told[2], /; nicht im Bild; ohne Angabe eines Grunds$/);
    const foot = await page.locator("figure.wide svg").textContent();
    assert.match(foot.replaceAll("\n", ""), /Nicht gezeigt sind 2 Aussagen: „/);
    await page.locator("#edits a").nth(0).focus();
    await page.keyboard.press("Enter");
    await soon(async () => assert.equal(await hash(page), "#claim-1"));
    await page.locator("#edits a").nth(1).click();
    await soon(async () => assert.ok(await inView(page, "#claim-2")));
  }));

for (const name of [harbour, "edited.html", "compared.html"]) {
  test(`${name} runs what it came with and nothing else`, async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(pathToFileURL(path.join(folder, name)).href);
    const policy = await page.getAttribute("meta[http-equiv]", "content");
    assert.match(policy, /default-src 'none'.*style-src 'sha256-[^']{44}'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(await page.$eval("h2", (head) => getComputedStyle(head).marginTop), "0px");
    if (name !== "compared.html") assert.ok(await page.isVisible("form"));  // its script shows it
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken over'";
      document.body.append(script);
      const style = document.createElement("style");
      style.textContent = "h2 { margin-top: 99px; }";
      document.head.append(style);
    });
    assert.notEqual(await page.title(), "taken over");
    assert.equal(await page.$eval("h2", (head) => getComputedStyle(head).marginTop), "0px");
    await page.context().close();
  });
}

test("each sign is shown and explained", () => visit(harbour, {}, async (page) => {
  const signs = await page.$$eval(".signs li", (items) => items.map((li) =>
    [li.querySelector("svg").childElementCount > 3, li.querySelector("span").textContent]));
  assert.equal(signs.length, 14);
  assert.deepEqual(signs.filter(([drawn]) => !drawn), []);
  assert.ok(signs.some(([, words]) => words === "Worte anderer"));
}));

test("without script all can be read and followed", () =>
  visit(harbour, {javaScriptEnabled: false}, async (page) => {
    assert.ok(!(await page.isVisible("form")));
    assert.equal(await page.locator("tbody tr:visible").count(), 11);
    await page.click('figure.wide a[data-claims="5"]');
    assert.ok(page.url().endsWith("#passage-5"));
    await page.click("#passage-5");
    assert.ok(page.url().endsWith("#claim-5"));
    assert.equal(await page.locator("tr:target").count(), 1);
  }));

test("on paper the controls are gone and all claims are there", () =>
  visit(harbour, {}, async (page) => {
    const pdf = await page.pdf({format: "A4"});
    assert.ok(pdf.length > 20000);
    await page.emulateMedia({media: "print"});
    assert.ok(!(await page.isVisible("form")));
    assert.ok(!(await page.isVisible("nav")));
    assert.equal(await page.locator("tbody tr:visible").count(), 11);
    assert.ok(await page.isVisible("figure.wide svg"));
  }));

test("fonts that are embedded are used", () =>
  visit("partnerschaft.html", {}, async (page) => {
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].map((f) => `${f.family} ${f.weight} ${f.status}`);
    });
    assert.deepEqual(loaded.map((f) => f.replaceAll(/['"]/g, "")),
                     ["Noto Sans 400 loaded", "Noto Sans 700 loaded"]);
  }));
