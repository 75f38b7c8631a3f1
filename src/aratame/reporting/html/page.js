"use strict";
// The page is complete without this: it filters, searches, jumps, and opens what is folded. Text is only ever set as text.
(() => {
  const { words, folds } = JSON.parse(document.getElementById("data").textContent);
  const BATCH = 300; // folded clauses drawn at a time: more than a few screens
  const MOST = 500; // hits that are highlighted, and folded clauses drawn to show them; all are counted

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const by = (id) => document.getElementById(id);
  const fill = (text, values) => text.replace(/\{(\w*)\}/g, (_, name) => values[name]);
  const make = (name, classes, text = "") => Object.assign(document.createElement(name), { className: classes, textContent: text });

  const rows = all(".change").map((element) => ({ element, tokens: element.dataset.t.split(" ") }));
  const entries = all(".entry").map((element) => ({
    element,
    tokens: element.dataset.t.split(" "),
    keys: all("a[href]", element).map((link) => link.hash.slice(1)),
  }));
  const contexts = all(".context .after .text");
  const language = document.querySelector(".text")?.lang ?? "ja";
  const inTree = new Map(all("nav a[href]").map((link) => [link.hash.slice(1), link.parentElement]));
  const inStrip = new Map(all(".where a").map((link) => [link.href.baseVal.slice(1), link]));

  // --- what is folded --------------------------------------------------------------------------------------------------
  // A fold's texts are data until somebody opens it, and then drawn a batch at a time.

  const row = ([depth, text], id) => {
    const sides = make("div", `sides d${Math.min(depth, 6)}`);
    sides.id = id;
    for (const side of ["before", "after"]) {
      const cell = sides.appendChild(make("div", `side ${side}`));
      cell.appendChild(make("p", "text", text)).lang = language;
    }
    return sides;
  };

  const draw = (key, wanted) => {
    const fold = by(key);
    const box = fold.querySelector(".opened") ?? fold.appendChild(make("div", "opened"));
    const done = all(".sides", box).length;
    box.querySelector(".further")?.remove();
    const items = folds[key];
    box.append(...items.slice(done, wanted).map((item, at) => row(item, `${key}-${done + at}`)));
    const left = items.length - Math.max(done, wanted);
    if (left > 0) {
      const button = box.appendChild(make("button", "further", fill(words.further, { "": left })));
      button.type = "button";
      button.addEventListener("click", () => draw(key, Math.max(done, wanted) + BATCH));
    }
    return box;
  };

  const toggle = (key, open, wanted = BATCH) => {
    by(key).querySelector("button").setAttribute("aria-expanded", open);
    if (open) draw(key, wanted).hidden = false;
    else by(key).querySelector(".opened").hidden = true;
  };

  if (document.body.matches("[data-open]")) {
    for (const key of Object.keys(folds)) toggle(key, true, Infinity);
  }
  for (const button of all(".fold > button")) {
    button.addEventListener("click", () => toggle(button.parentElement.id, button.getAttribute("aria-expanded") !== "true"));
  }

  const reveal = (button) => {
    const rest = button.nextElementSibling;
    rest.hidden = false;
    button.remove();
    rest.parentElement.normalize();
  };
  document.addEventListener("click", (event) => event.target.matches(".rest") && reveal(event.target));

  // --- filter and search ----------------------------------------------------------------------------------------------

  const form = by("filter");
  const query = by("query");
  const status = by("status");
  // Letter for letter, so that places in the folded text are places in the text: ５ finds 5, Ａ finds a.
  const SIMPLE = /^[\0-\x7f\u3000-\u3029\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff5e]*$/; // one for one under NFKC
  const plain = (text) =>
    SIMPLE.test(text) ? text.normalize("NFKC").toLowerCase() : Array.from(text, (sign) => {
      const norm = sign.normalize("NFKC").toLowerCase();
      return norm.length === sign.length ? norm : sign;
    }).join("");
  const ticked = (name) => new Set(all(`[name=${name}]:checked`, form ?? document).map((box) => box.value));
  const passes = (tokens, weights, kinds) =>
    tokens.some((token) => {
      const [kind, weight] = token.split("/");
      return weights.has(weight) && (!kind || kinds.has(kind));
    });

  const places = (text, wanted) => {
    const found = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
    return found;
  };

  // The text nodes of a clause, what is closed among them, without the buttons that open it.
  const nodes = (text) => {
    const found = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.matches(".rest")) found.push(walker.currentNode);
    return found;
  };
  const read = (text) => plain(nodes(text).map((node) => node.data).join(""));

  // These are made at the first search: they cost a pass over the whole text.
  let plainRows, plainFolds, plainContexts;
  const prepare = () => {
    plainRows ??= new Map(rows.map(({ element }) => [element, all(".text", element).map(read)]));
    plainContexts ??= contexts.map((text) => [text, read(text)]);
    plainFolds ??= new Map(Object.entries(folds).map(([key, items]) => [key, items.map(([, text]) => plain(text))]));
  };

  const highlight = (texts, wanted) => {
    if (!globalThis.Highlight) return;
    const ranges = [];
    for (const text of texts) {
      if (ranges.length >= MOST) break;
      let end = 0;
      const starts = nodes(text).map((node) => [(end += node.length) - node.length, node]);
      const at = (place) => starts.findLast(([start]) => start <= place);
      for (const place of places(read(text), wanted)) {
        const range = new Range();
        const [first, node] = at(place);
        const [second, last] = at(place + wanted.length - 1);
        range.setStart(node, place - first);
        range.setEnd(last, place + wanted.length - second);
        ranges.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  let openedBySearch = [];
  const search = (wanted) => {
    globalThis.CSS?.highlights?.delete("found");
    openedBySearch.forEach((key) => toggle(key, false));
    openedBySearch = [];
    if (!wanted) return { hits: null, total: 0, unchanged: 0 };
    prepare();
    const hits = new Set();
    let total = 0, unchanged = 0, drawn = 0;
    for (const [element, text] of plainContexts) {
      const count = places(text, wanted).length;
      if (count) all(".rest", element).forEach(reveal);
      unchanged += count;
    }
    for (const [element, texts] of plainRows) {
      const count = texts.reduce((sum, text) => sum + places(text, wanted).length, 0);
      if (count) hits.add(element);
      total += count;
    }
    for (const [key, texts] of plainFolds) {
      const counts = texts.map((text) => places(text, wanted).length);
      const count = counts.reduce((sum, one) => sum + one, 0);
      unchanged += count;
      if (!count || drawn >= MOST) continue;
      const last = counts.findLastIndex(Boolean) + 1;
      drawn += last;
      if (by(key).querySelector("button").getAttribute("aria-expanded") !== "true") openedBySearch.push(key);
      toggle(key, true, last);
    }
    return { hits, total: total + unchanged, unchanged };
  };

  const apply = () => {
    const wanted = plain(query.value.trim());
    const [weights, kinds] = [ticked("weight"), ticked("kind")];
    const { hits, total, unchanged } = search(wanted);
    for (const { element, tokens } of rows) {
      const shown = passes(tokens, weights, kinds) && (!hits || hits.has(element));
      element.hidden = !shown;
      inTree.get(element.id)?.classList.toggle("off", !shown);
    }
    let shown = 0;
    const found = hits && new Set([...hits].map((element) => element.id));
    for (const { element, tokens, keys } of entries) {
      element.hidden = !passes(tokens, weights, kinds) || (found !== null && !keys.some((key) => found.has(key)));
      shown += !element.hidden;
    }
    for (const mark of all("[data-k]")) mark.classList.toggle("off", !passes([mark.dataset.k], weights, kinds));
    for (const section of all("section.row")) {
      section.hidden = !section.querySelector(".change:not([hidden]), .fold") || (hits !== null && !section.querySelector(".change:not([hidden]), .opened:not([hidden])"));
    }
    const filtered = shown < entries.length;
    const said = [];
    if (filtered) said.push(fill(words.shown, { total: entries.length, shown }));
    if (wanted) said.push(fill(words.found, { query: query.value.trim(), count: total, unchanged }));
    status.textContent = said.join("　");
    if (wanted) {
      for (const element of hits) all(".rest", element).forEach(reveal);
      const shownHits = [...hits].filter((element) => !element.hidden).flatMap((element) => all(".text", element));
      highlight([...shownHits, ...contexts, ...all(".opened:not([hidden]) .text")], wanted);
    }
    where();
  };

  let waiting;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 200);
  });
  form?.addEventListener("change", apply);
  form?.addEventListener("submit", (event) => event.preventDefault());
  for (const [id, value] of [["all", true], ["none", false]]) {
    by(id)?.addEventListener("click", () => {
      all("[name=kind]", form).forEach((box) => { box.checked = value; });
      apply();
    });
  }

  // --- from change to change ------------------------------------------------------------------------------------------

  let here = null;
  const visible = () => rows.map(({ element }) => element).filter((element) => !element.hidden);

  function where() {
    const shown = visible();
    const at = shown.indexOf(here);
    by("position").value = shown.length ? `${at < 0 ? "–" : at + 1} / ${shown.length}` : "";
  }

  const go = (element) => {
    const signs = (change) => [change, inStrip.get(change?.id), inTree.get(change?.id)].filter(Boolean);
    signs(here).forEach((sign) => sign.classList.remove("here"));
    here = element;
    signs(here).forEach((sign) => sign.classList.add("here"));
    inTree.get(element.id)?.scrollIntoView({ block: "nearest" });
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
    where();
  };

  const step = (by) => {
    const shown = visible();
    if (!shown.length) return;
    const at = shown.indexOf(here);
    // From nowhere, and from a change that the filter hid, go on from what stands on the screen.
    const from = at >= 0 ? at : shown.findIndex((element) => element.getBoundingClientRect().bottom > 0) - (by > 0 ? 1 : 0);
    go(shown[Math.min(Math.max(from + by, 0), shown.length - 1)]);
  };

  by("next").addEventListener("click", () => step(1));
  by("previous").addEventListener("click", () => step(-1));

  const KEYS = { n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), "/": () => query.select() };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && query.value) {
      query.value = "";
      apply();
      query.blur();
      return;
    }
    if (event.key === "Enter" && event.target === query) {
      clearTimeout(waiting);
      apply();
      step(1);
      return;
    }
    const typing = event.target.matches("input:not([type=checkbox])");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !by("keys").checked) return;
    const action = KEYS[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // A link may lead to a change, to a fold, or to one clause within a fold.
  const follow = () => {
    const [key, item] = location.hash.slice(1).split("-");
    const target = by(key);
    if (!target) return;
    if (target.matches(".change")) {
      target.hidden = false; // a link is followed whatever the filter says
      go(target);
    } else if (Object.hasOwn(folds, key)) {
      toggle(key, true, item === undefined ? BATCH : Number(item) + 1);
      const goal = by(location.hash.slice(1)) ?? target;
      goal.scrollIntoView({ block: item === undefined ? "start" : "center" });
    } else if (target.matches(".entry")) {
      target.closest("details").open = true;
      target.focus();
    }
  };
  addEventListener("hashchange", follow);
  // The same link may be followed twice, and then changes no hash.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const hash = link?.getAttribute("href");
    if (hash && hash === location.hash) follow();
  });

  new ResizeObserver(([{ target }]) => {
    document.documentElement.style.setProperty("--tools", `${target.offsetHeight}px`);
  }).observe(document.querySelector(".tools"));

  // --- narrow screens and paper ---------------------------------------------------------------------------------------

  if (matchMedia("(max-width: 60rem)").matches) all("aside details").forEach((details) => { details.open = false; });
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])").filter((details) => !details.closest("nav"));
    closed.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((details) => { details.open = false; }));

  where();
  if (location.hash) follow();
})();
