// Checks of the page of a report, to be run in the page itself, after its own script. It works with any report:
// what is expected is worked out from the page's JSON. Writes a line per failed check, or "ok", to `#outcome`, and
// posts it to the page around it, if there is one.
(async () => {
  "use strict";
  const data = JSON.parse(document.getElementById("report").textContent);
  const VERDICTS = ["breaking", "risky", "compatible"];
  const failures = [];
  const violations = [];
  addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  addEventListener("error", (event) => failures.push(`error: ${event.message}`));

  const check = (isRight, message) => isRight || failures.includes(message) || failures.push(message);
  const same = (actual, expected, what) =>
    check(String(actual) === String(expected), `${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
  // How the page shows a text: without backticks, and with escapes for what cannot be seen.
  const hidden = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
  const seen = (text) => text.replace(hidden, (letter) => `\\u{${letter.charCodeAt(0).toString(16)}}`);
  const squeezed = (text) => text.replace(/[`\s]/g, "").toLowerCase();

  const rows = () => all("#changes > li");
  const shown = () => rows().filter((row) => row.getClientRects().length > 0);
  const state = { verdicts: new Set(VERDICTS), accepted: false, level: "", tag: null, words: "" };
  const clean = () => Object.assign(state, { verdicts: new Set(VERDICTS), accepted: false, level: "", tag: null, words: "" });

  function textOf(change) {
    const places = [change, ...(change.also ?? [])].flatMap((at) => [at.old.pointer, at.new.pointer]);
    const items = change.items.flatMap((item) => [item.path, item.old ?? "", item.new ?? "", item.declaration]);
    return seen([change.sentence, change.code, ...change.operations, ...places, ...items].join("\t")).toLowerCase();
  }
  const texts = new Map(data.changes.map((change) => [change, textOf(change)]));

  // Which changes pass, leaving out one of the filters.
  function passing(but) {
    const words = seen(state.words).toLowerCase().split(/\s+/).filter(Boolean);
    return data.changes.filter((change) =>
      (but === "verdicts" || state.verdicts.has(change.verdict))
      && (but === "accepted" || state.accepted || !change.accepted)
      && (!state.level || change.level === state.level)
      && (state.tag === null || (state.tag === "" ? change.tags.length === 0 : change.tags.includes(state.tag)))
      && words.every((word) => texts.get(change).includes(word)));
  }

  function compare(what) {
    const expected = passing();
    const total = data.changes.length;
    same(one("#shown").textContent, `${expected.length} of ${total} change${total === 1 ? "" : "s"} shown`, `${what}, status`);
    same(shown().length, expected.length, `${what}, entries`);
    const sentences = shown().map((row) => squeezed(one("h3", row).textContent)).join("\n");
    const right = expected.map((change) => squeezed(seen(change.sentence))).join("\n");
    check(sentences === right, `${what}: other entries than expected`);
    for (const verdict of VERDICTS) {
      const count = passing("verdicts").filter((change) => change.verdict === verdict).length;
      same(number(verdict), count, `${what}, count of ${verdict}`);
      same(one(`#${verdict}`).getAttribute("aria-pressed"), state.verdicts.has(verdict), `${what}, ${verdict} pressed`);
    }
    same(number("accepted"), passing("accepted").filter((change) => change.accepted).length, `${what}, count of accepted`);
    same(one("#accepted").getAttribute("aria-pressed"), state.accepted, `${what}, accepted pressed`);
  }
  const number = (id) => Number(/\d+/.exec(one(`#${id}`).textContent));

  function set(id, value) {
    one(`#${id}`).value = value;
    one(`#${id}`).dispatchEvent(new Event("input", { bubbles: true }));
  }

  function checkHead() {
    same(document.title, seen(`API changes: ${data.old} → ${data.new}`), "title");
    same(one("h1").textContent, seen(`API changes: ${data.old} → ${data.new}`), "h1");
    same(squeezed(one("#summary").textContent), squeezed(seen(data.summary)), "summary");
    same(document.documentElement.lang, "en", "lang");
    for (const landmark of ["header", "main"]) same(all(landmark).length, 1, landmark);
    same(all("h1").length, 1, "h1 elements");
    const badges = all("#totals .badge").map((badge) => badge.textContent);
    same(badges, [data.verdict, data.level], "verdicts");
    const csp = one("meta[http-equiv=Content-Security-Policy]")?.content ?? "";
    for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]) check(csp.includes(part), `CSP lacks ${part}`);
    same(one("link[rel=icon]")?.getAttribute("href"), "data:,", "icon");
  }

  function checkFilters() {
    compare("at first");
    for (const verdict of VERDICTS) {
      one(`#${verdict}`).click();
      state.verdicts.delete(verdict);
      compare(`without ${verdict}`);
      one(`#${verdict}`).click();
      state.verdicts.add(verdict);
    }
    compare("all verdicts again");
    one("#accepted").click();
    state.accepted = true;
    compare("with accepted");
    for (const level of ["major", "minor", "patch", ""]) {
      set("level", state.level = level);
      compare(`level "${level}"`);
    }
    const tags = [...new Set(data.changes.flatMap((change) => change.tags))];
    same(one("#tag").options.length, tags.length + 2, "options for tags");
    for (const tag of ["", ...tags.slice(0, 20), null]) {
      state.tag = tag;
      set("tag", tag === null ? "" : tag === "" ? "none" : `tag:${tag}`);
      compare(`tag ${JSON.stringify(tag)}`);
    }
  }

  function checkSearch() {
    const [first] = data.changes;
    const item = data.changes.flatMap((change) => change.items).at(-1);
    const words = first.sentence.replaceAll("`", "").split(" ");
    const searches = [first.code, words.toReversed().join("  "), words[0].toUpperCase(), first.old.pointer, item?.path,
      first.operations[0], "no-such-word-at-all", `${first.code} no-such-word-at-all`, "  ", ""];
    for (const search of searches.filter((search) => search !== undefined)) {
      set("words", state.words = search);
      compare(`search for ${JSON.stringify(search.slice(0, 60))}`);
    }
    one("#words").blur();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
    same(document.activeElement.id, "words", "focus after /");
    const typed = new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true });
    check(one("#words").dispatchEvent(typed), "a / cannot be typed into the search");
    one("#words").blur();
  }

  // An iframe's srcdoc has no address of its own.
  async function checkHash() {
    if (location.protocol === "about:") return;
    one("#accepted").click();
    one("#risky").click();
    state.accepted = true;
    state.verdicts.delete("risky");
    set("level", state.level = "major");
    set("words", state.words = "e &=#%+");
    compare("before the link");
    const { hash } = location;
    check(hash.length > 1, "the filters are not in the address");
    location.hash = "";
    await settled();
    clean();
    compare("after an empty hash");
    location.hash = hash;
    await settled();
    Object.assign(state, { verdicts: new Set(["breaking", "compatible"]), accepted: true, level: "major", words: "e &=#%+" });
    compare("after the link");
    location.hash = "#level=none&tag=tag:no-such-tag-at-all&show=breaking+nonsense";
    await settled();
    clean();
    state.verdicts = new Set(["breaking"]);
    compare("after a link of another report");
    for (const id of ["level", "tag"]) same(one(`#${id}`).selectedIndex, 0, `choice of ${id} after a link of another report`);
    location.hash = "";
    await settled();
    clean();
  }

  async function checkBodies() {
    same(all(".body").length, 0, "bodies made before any was opened");
    one("#accepted").click();
    state.accepted = true;
    shown().slice(0, 5).forEach((row) => one("summary", row).click());
    await settled();
    same(all("details[open] > .body").length, Math.min(5, data.changes.length), "opened by a click");
    one("#expand").click();
    await settled();
    same(all("details[open] > .body").length, data.changes.length, "opened by the button");
    data.changes.forEach((change, index) => checkBody(change, rows()[index], `change ${index + 1}`));
    checkText();
    checkWidths();
    checkContrast();
    one("#collapse").click();
    await settled();
    same(all("details[open]").length, 0, "open after closing all");
    same(all(".body").length, data.changes.length, "bodies after closing all");
    one("#accepted").click();
    state.accepted = false;
    const [row] = shown();
    if (row) one("details", row).open = true;
    dispatchEvent(new Event("beforeprint"));
    same(all("details[open]").length, shown().length, "open in print");
    dispatchEvent(new Event("afterprint"));
    same(all("details[open]").length, row ? 1 : 0, "open after printing");
  }

  function checkBody(change, row, what) {
    const text = squeezed(row.textContent);
    const has = (part) => check(text.includes(squeezed(seen(part))), `${what} lacks ${JSON.stringify(part.slice(0, 60))}`);
    [change.code, change.meaning, change.fingerprint, ...change.operations, ...change.tags].forEach(has);
    [change.advice, change.accepted?.reason].filter(Boolean).forEach(has);
    change.items.flatMap((item) => [item.path, item.old, item.new]).filter(Boolean).forEach(has);
    const figures = all("figure", row);
    ["old", "new"].forEach((side, index) => {
      const { excerpt, line, file, pointer, present } = change[side];
      const figure = figures[index];
      const lines = all(".row", figure).map((line) => line.textContent);
      check(lines.join("\n") === (excerpt?.lines ?? []).map(seen).join("\n"), `${what}: the ${side} excerpt differs`);
      const numbers = all(".row", figure).map((row) => row.dataset.number);
      same(numbers, (excerpt?.lines ?? []).map((_, index) => excerpt.first + index), `${what}, ${side} line numbers`);
      same(all("mark", figure).map((mark) => mark.dataset.number), excerpt ? [line] : [], `${what}, ${side} line marked`);
      same(all("mark.old, mark.new", figure).length, excerpt && present ? 1 : 0, `${what}, ${side} line coloured`);
      check(one("figcaption", figure).textContent.includes(seen(`${file}:${line}`)), `${what} lacks its ${side} place`);
      check(one("figcaption", figure).textContent.includes(seen(pointer)), `${what} lacks its ${side} pointer`);
      same(one("figcaption", figure).textContent.includes("not in this document"), !present, `${what}, ${side} absent`);
    });
    const also = change.also?.length ?? 0;
    same(all("li.pair", row).length, Math.min(also, 20), `${what}, other places`);
    if (also > 20) has(`and ${also - 20} more`);
  }

  // Nothing of the documents has become an element, or is hidden from who reads it.
  function checkText() {
    const known = "BODY HEADER H1 H2 H3 H4 P DIV DL DT DD SPAN BDI CODE PRE MARK STRONG NOSCRIPT BUTTON LABEL SELECT OPTION"
      + " INPUT MAIN UL LI DETAILS SUMMARY FIGURE FIGCAPTION SCRIPT";
    for (const node of all("body, body *")) check(known.split(" ").includes(node.tagName), `unexpected <${node.tagName}>`);
    same(document.scripts.length, 3, "scripts");
    hidden.lastIndex = 0;
    const text = all("header, main, #tag").map((node) => node.textContent.replace(/\n/g, "")).join("") + document.title;
    check(!hidden.test(text), "control characters in the text");
  }

  function checkWidths() {
    const style = document.createElement("style");
    // Otherwise what is out of view is not laid out.
    style.textContent = "#changes > li { content-visibility: visible !important; }";
    document.head.append(style);
    const root = document.documentElement;
    check(root.scrollWidth <= innerWidth, `the page scrolls sideways: ${root.scrollWidth} of ${innerWidth} pixels`);
    const columns = getComputedStyle(one(".pair") ?? root).gridTemplateColumns.split(" ").length;
    if (one(".pair")) same(columns, innerWidth < 700 ? 1 : 2, "columns of the excerpts");
    for (const node of all("body *")) {
      const box = node.getBoundingClientRect();
      const isInside = node.closest("pre") !== null && node.tagName !== "PRE";
      if (isInside || box.width === 0 || ["OPTION", "SELECT", "INPUT"].includes(node.tagName)) continue;
      const name = `<${node.tagName.toLowerCase()} class="${node.className}">`;
      check(box.left >= 0 && box.right <= innerWidth + 0.5, `${name} sticks out`);
      const scrolls = node.tagName === "PRE" || getComputedStyle(node).display === "inline";
      check(scrolls || node.scrollWidth <= node.clientWidth + 1 + node.offsetWidth - node.clientWidth, `${name} is cut off`);
    }
    style.remove();
  }

  function checkContrast() {
    const channels = (color) => (/[\d., ]+/.exec(color)?.[0] ?? "0").split(",").map(Number);
    const light = (color) => channels(color).slice(0, 3).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
    const ground = (node) => {
      const color = node ? getComputedStyle(node).backgroundColor : "rgb(255, 255, 255)";
      return channels(color)[3] === 0 ? ground(node.parentElement) : color;
    };
    for (const node of all("body *:not(script, noscript, option)").slice(0, 3000)) {
      if (![...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) continue;
      const [a, b] = [light(getComputedStyle(node).color), light(ground(node))].sort((a, b) => b - a);
      const ratio = (a + 0.05) / (b + 0.05);
      const name = `<${node.tagName.toLowerCase()} class="${node.className}">`;
      check(ratio >= 4.5, `contrast of ${name} is ${ratio.toFixed(2)}`);
    }
  }

  async function checkRequests() {
    await settled();
    same(performance.getEntriesByType("resource").map((entry) => entry.name), [], "requests");
    same(violations, [], "violations of the CSP");
    // The policy works: an image of another server is refused.
    new Image().src = "http://127.0.0.1:9/refused.png";
    await settled();
    same(violations, ["img-src http://127.0.0.1:9/refused.png"], "what the CSP refused");
  }

  function checkNoChange() {
    check(one("main").textContent.includes("No change."), "lacks \"No change.\"");
    check(one("#filters").getClientRects().length === 0, "filters without changes");
    check(document.documentElement.scrollWidth <= innerWidth, "the page scrolls sideways");
  }

  try {
    checkHead();
    if (data.changes.length === 0) {
      checkNoChange();
    } else {
      checkFilters();
      checkSearch();
      set("words", "");
      clean();
      one("#accepted").click();
      compare("at the end");
      await checkHash();
      await checkBodies();
    }
    await checkRequests();
  } catch (error) {
    failures.push(`stopped: ${error.stack}`);
  }
  const outcome = document.createElement("pre");
  outcome.id = "outcome";
  outcome.textContent = failures.slice(0, 40).join("\n") || "ok";
  document.body.append(outcome);
  if (parent !== window) parent.postMessage(outcome.textContent, "*");
})();
