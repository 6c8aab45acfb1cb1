// TimelineJS and vis-timeline in headless Chromium show what the program wrote for them.

import assert from "node:assert/strict";
import {createServer} from "node:http";
import {readFileSync} from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";
import {chromium} from "playwright-core";

const folder = path.resolve(process.argv[2]);
const modules = path.join(folder, "node_modules");
const page_of = (body) => `<!DOCTYPE html><html lang="de"><meta charset="utf-8">${body}</html>`;
const pages = {
  "/vis.html": page_of(`
    <link rel="stylesheet" href="/node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
    <script src="/node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
    <div id="here"></div>
    <script>
      fetch("/article.vis.json").then((r) => r.json()).then(({groups, items}) => {
        window.shown = new vis.Timeline(document.getElementById("here"),
                                        new vis.DataSet(items), new vis.DataSet(groups), {});
      });
    </script>`),
  "/timelinejs.html": page_of(`
    <link rel="stylesheet" href="/node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
    <script src="/node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
    <div id="here" style="height: 600px"></div>
    <script>
      fetch("/article.timelinejs.json").then((r) => r.json()).then((data) => {
        window.shown = new TL.Timeline("here", data, {language: "de"});
      });
    </script>`),
};
const kinds = {".css": "text/css", ".js": "text/javascript", ".json": "application/json"};
let browser, server, root;

before(async () => {
  server = createServer((request, answer) => {
    const url = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    try {
      const content = pages[url] ?? readFileSync(path.join(folder, url));
      answer.writeHead(200, {"Content-Type": kinds[path.extname(url)] ?? "text/html"});
      answer.end(content);
    } catch {
      answer.writeHead(404);
      answer.end();
    }
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  root = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ["--no-sandbox"]});
});
after(async () => {
  await browser.close();
  server.close();
});

async function visit(name, work) {
  const page = await browser.newPage({viewport: {width: 1200, height: 800}});
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(root + name);
  await work(page);
  assert.deepEqual(faults, []);
  await page.screenshot({path: path.join(folder, path.basename(name, ".html") + ".png")});
  await page.close();
}

const read = (name) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));

test("vis-timeline shows every item in its group", () => visit("/vis.html", async (page) => {
  const {items, groups} = read("article.vis.json");
  await page.waitForSelector(".vis-item");
  await page.evaluate(() => window.shown.fit({animation: false}));
  const shown = await page.evaluate(() => window.shown.itemsData.length);
  assert.equal(shown, items.length);
  assert.equal(await page.locator(".vis-label").count(), groups.length);
  const labels = await page.locator(".vis-item-content").allTextContents();
  for (const label of labels) assert.ok(items.some((i) => i.content.includes(label.slice(0, 10))));
}));

test("TimelineJS shows every event", () => visit("/timelinejs.html", async (page) => {
  const {events} = read("article.timelinejs.json");
  await page.waitForSelector(".tl-timemarker");
  assert.equal(await page.locator(".tl-timemarker").count(), events.length);
  assert.equal(await page.locator(".tl-message-error, .tl-error").count(), 0);
  const heads = await page.locator(".tl-headline").allTextContents();
  for (const event of events) {
    assert.ok(heads.some((head) => head.includes(event.text.headline.slice(0, 12))));
  }
}));
