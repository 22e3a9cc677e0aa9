"use strict";
// The page is a plain document without this script; it adds filters, keys, copying, and articles that scroll together.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const findings = all(".f");
  const form = byId("filters");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = calm ? "auto" : "smooth";
  document.documentElement.classList.add("js");

  // What tells the same: sentences, bars, ribbons and rows of one statement, and the places where it is missing.
  const together = new Map();
  const join = (key, element) => together.has(key) ? together.get(key).push(element) : together.set(key, [element]);
  all("[data-st]").forEach((each) => each.dataset.st && join(each.dataset.st, each));
  all(".matrix tr[id]").forEach((row) => join(row.id, row));
  const sentenceOf = new Map();  // the bars of a column are the sentences of its article, in their order
  all("g[data-pane]").forEach((column) => {
    const sentences = all(".t", byId(column.dataset.pane));
    all("rect", column).forEach((bar, n) => {
      sentenceOf.set(bar, sentences[n]);
      bar.dataset.st = sentences[n].dataset.st || "";
      if (bar.dataset.st) join(bar.dataset.st, bar);
    });
  });
  all("[data-gap]").forEach((each) => each.dataset.gap.split(" ").forEach((key) => key && join(key, each)));
  const keyOf = (element) => element && (element.dataset.st || (element.dataset.gap || "").split(" ")[0]);

  let lit = [];
  const light = (key) => {
    lit.forEach((each) => each.classList.remove("on"));
    lit = together.get(key) || [];
    lit.forEach((each) => each.classList.add("on"));
  };
  const partOf = (target) => target instanceof Element ? target.closest(".t, .gap, rect, .r") : null;
  document.addEventListener("mouseover", (event) => light(keyOf(partOf(event.target))));
  document.addEventListener("focusin", (event) => light(keyOf(partOf(event.target))));

  // Articles scroll together: every pane shows its side of the statement, level with `anchor` where that is given.
  let at = [];
  const place = (element, top) => {
    const pane = element.closest(".pane");
    const offset = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTo({ top: pane.scrollTop + offset - top, behavior });
  };
  const level = (keys, story, anchor) => {
    const panes = all(".pane", story);
    const home = anchor && anchor.closest(".pane");
    const top = home ? anchor.getBoundingClientRect().top - home.getBoundingClientRect().top : 0;
    at.forEach((each) => each.classList.remove("at"));
    at = [];
    const parts = keys.flatMap((key) => together.get(key) || []).filter((each) => each.closest(".pane"));
    panes.forEach((pane) => {
      const own = parts.filter((each) => each.closest(".pane") === pane);
      const first = own.find((each) => each.matches(".t")) || own[0];
      at.push(...own.filter((each) => each.matches(".t") === first.matches(".t")));
      if (first && pane !== home) place(first, Math.max(top, home ? 0 : pane.clientHeight * 0.3));
    });
    at.forEach((each) => each.classList.add("at"));
  };
  const storyOf = (element) => element.closest(".story") || document;
  const toPanes = (story, element) => {  // the page jumps: a smooth way over a long page is a long way
    const panes = story.querySelector(".panes");
    panes.scrollIntoView({ block: "start" });
    const pane = element.closest(".pane");
    const past = pane.getBoundingClientRect().right - panes.getBoundingClientRect().right;
    const before = panes.getBoundingClientRect().left - pane.getBoundingClientRect().left;
    if (past > 0 || before > 0) panes.scrollBy({ left: past > 0 ? past : -before });
  };

  // Fragments: whatever a link leads to is made visible first.
  const open = (element) => {
    for (let each = element.parentElement; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
  };
  const focus = (element) => {
    if (!element.matches("a, button, input, [tabindex]")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  const show = (id) => {
    const element = id && byId(id);
    if (!element) return false;
    if (element.closest(".f, .t, tr") && element.closest("[hidden]")) { form.reset(); filter(); }
    open(element);
    if (element.matches(".t")) {
      toPanes(storyOf(element), element);
      if (element.dataset.st) level([element.dataset.st], storyOf(element));
      place(element, element.closest(".pane").clientHeight * 0.3);
      if (!at.includes(element)) { at.push(element); element.classList.add("at"); }
    } else {
      if (element.matches(".f")) choose(element);
      element.scrollIntoView({ block: element.matches(".f, tr") ? "nearest" : "start" });
    }
    focus(element);
    return true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const hash = link.getAttribute("href");
    if (show(hash.slice(1))) {
      event.preventDefault();
      history.pushState(null, "", hash);
    }
  });
  addEventListener("popstate", () => show(decodeURIComponent(location.hash.slice(1))));
  document.addEventListener("click", (event) => {
    const sentence = event.target instanceof Element && event.target.closest(".t");
    const told = sentenceOf.get(event.target);
    if (told && !event.target.closest("a")) show(told.id);
    if (!sentence || event.target.closest("a") || !sentence.dataset.st || !getSelection().isCollapsed) return;
    level([sentence.dataset.st], storyOf(sentence), sentence);
  });

  // Filters: in a group any choice fits, and every group with a choice must fit.
  // Notes stand in lists: their heading says for all of them what a card says itself.
  const headOf = (each) => each.parentElement.matches(".notes") ? each.parentElement.previousElementSibling : each;
  const part = (selector, each) => headOf(each).querySelector(selector);
  const words = new Map(findings.map((each) => {
    const head = headOf(each);
    return [each, `${head === each ? "" : head.textContent} ${each.textContent}`.toLowerCase()];
  }));
  findings.forEach((each) => {
    each.dataset.type = each.closest(".type").dataset.type;
    each.dataset.source ??= each.parentElement.dataset.source;
    each.dataset.severity = part(".tag", each).firstChild.textContent.trim();
  });
  const fits = (each, chosen, sought) =>
    Object.entries(chosen).every(([name, values]) => each.dataset[name].split(" ").some((value) => values.includes(value)))
    && sought.every((word) => words.get(each).includes(word));
  function filter() {
    const chosen = {};
    all("input:checked", form).forEach((box) => (chosen[box.name] ||= []).push(box.value));
    const sought = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = sought.length > 0 || Object.keys(chosen).length > 0;
    const left = new Set();
    form.classList.toggle("filtered", filtered);
    findings.forEach((each) => {
      each.hidden = !fits(each, chosen, sought);
      if (!each.hidden) left.add(each.id);
    });
    all(".flag[href]").forEach((flag) => { flag.hidden = filtered && !left.has(flag.getAttribute("href").slice(1)); });
    all(".matrix tr[id]").forEach((row) => { row.hidden = filtered && !row.querySelector(".flag:not([hidden])"); });
    all(".notes").forEach((list) => { list.previousElementSibling.hidden = all(".f", list).every((each) => each.hidden); });
    all(".type").forEach((section) => { section.hidden = !all(".f", section).some((each) => !each.hidden); });
    if (filtered) all(".type details").forEach((each) => { each.open = all(".f", each).some((found) => !found.hidden); });
    byId("shown").textContent = `${left.size} of ${findings.length} findings`;
  }
  if (form) {
    form.hidden = false;
    if (matchMedia("(max-width: 60rem)").matches) byId("choices").open = false;
    form.addEventListener("input", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // Keys: j and k walk the findings that are to be seen, Enter shows one in the articles, / goes to the search.
  let current = null;
  function choose(element) {
    current?.classList.remove("cur");
    current = element;
    current.classList.add("cur");
  }
  const step = (by) => {
    const seen = findings.filter((each) => each.checkVisibility ? each.checkVisibility() : each.offsetParent);
    if (!seen.length) return;
    const index = seen.indexOf(current);
    const next = seen[Math.min(seen.length - 1, Math.max(0, index < 0 ? 0 : index + by))];
    choose(next);
    history.replaceState(null, "", `#${next.id}`);
    next.scrollIntoView({ block: "nearest" });
    focus(next);
  };
  const toArticles = (finding) => {
    const sentences = all("blockquote a, :scope > a", finding).map((link) => byId(link.getAttribute("href").slice(1))).filter(Boolean);
    if (!sentences.length) return;
    const story = storyOf(finding);
    toPanes(story, sentences[0]);
    const own = sentences.filter((each) => !each.dataset.st || !finding.querySelector(`.absent a[href="#${CSS.escape(each.id)}"]`));
    level(own.map((each) => each.dataset.st).filter(Boolean), story);
    own.forEach((each) => { if (!at.includes(each)) { at.push(each); each.classList.add("at"); } });
    const homes = new Set();
    own.forEach((each) => {
      const pane = each.closest(".pane");
      if (!homes.has(pane)) { homes.add(pane); place(each, pane.clientHeight * 0.3); }
    });
    focus(own[0] || sentences[0]);
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    Enter: () => current && toArticles(current),
    "/": () => { byId("find").focus(); byId("find").select(); },
  };
  document.addEventListener("keydown", (event) => {
    const field = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (field && event.key === "Escape") { field.value = ""; filter(); field.blur(); }
    const onControl = event.target instanceof Element && event.target.closest("a, button, summary");
    if (!form || field || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    if (event.key === "Enter" && onControl) return;
    event.preventDefault();
    keys[event.key]();
  });

  // Copying: a finding as plain text, and as Markdown with the marked words in bold.
  const flat = (text) => text.replace(/\s+/g, " ").trim();
  const escaped = (text) => text.replace(/[\\`*_[\]<>#|~!&]/g, "\\$&");
  const marked = (node) => [...node.childNodes].map((part) =>
    part.nodeName === "MARK" ? `**${escaped(part.textContent)}**` : escaped(part.textContent)).join("").replace(/\s+/g, " ").trim();
  const quoted = (finding, write) => all("blockquote, q, .absent > p", finding).map((each) => {
    if (each.matches("p")) return write.note(flat(each.textContent));
    const [place, text] = each.matches("q") ? [each.previousElementSibling, each] : each.children;
    return write.quote(flat(place.textContent), text);
  });
  const asText = (finding) => [
    `${flat(part(".tag", finding).textContent)} ${flat(part(".msg", finding).textContent)}`,
    ...quoted(finding, { note: (text) => `  ${text}`, quote: (cite, q) => `  ${cite}: ${flat(q.textContent)}` }),
    ...all(".why", finding).map((each) => flat(each.textContent)),
    reference(finding),
  ].join("\n");
  const asMarkdown = (finding) => [
    `**${escaped(flat(part(".tag", finding).textContent))}** ${escaped(flat(part(".msg", finding).textContent))}`,
    ...quoted(finding, { note: escaped, quote: (cite, q) => `> ${marked(q)}\n> (${escaped(cite)})` }),
    ...all(".why", finding).map((each) => escaped(flat(each.textContent))),
    escaped(reference(finding)),
  ].join("\n\n");
  const reference = (finding) => {
    const line = finding.querySelector(".ref").cloneNode(true);
    all("button", line).forEach((each) => each.remove());
    return flat(line.textContent);
  };
  const said = document.createElement("div");
  said.id = "said";
  said.setAttribute("role", "status");
  document.querySelector("main").append(said);
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    said.textContent = "Copied";
    setTimeout(() => { said.textContent = ""; }, 1500);
  };
  const button = (label, write, finding) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", () => copy(write(finding)));
    return made;
  };
  findings.forEach((each) => each.querySelector(".ref").append(button("Copy text", asText, each), button("Copy Markdown", asMarkdown, each)));

  // Paper has no details to open.
  addEventListener("beforeprint", () => all("details").forEach((each) => { each.open = true; }));
  if (location.hash) show(decodeURIComponent(location.hash.slice(1)));
})();
