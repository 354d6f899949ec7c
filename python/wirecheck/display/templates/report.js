// The page is whole without this. It filters and searches what stands there, and puts the articles of a finding side by side.
// It fetches nothing and keeps nothing; what articles say is cloned or set as text, never parsed. The view stands in the address.
"use strict";
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  if (!$("q")) return;

  const items = all(".item");
  const cards = all(".card");
  const texts = all(".text");
  const lists = all(".list");
  const grades = all("[name=severity]");
  const pair = $("pair");
  let opened = null; // the finding whose articles are side by side
  let current = null; // the finding that j and k go on from

  // What a reader asks for

  const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const told = new Map();
  const wordsOf = (item) => {
    if (!told.has(item)) {
      const parts = item.matches(".card") ? all(".tags, h3, .sides, li", item) : [item]; // not its buttons
      told.set(item, fold(parts.map((part) => part.textContent).join(" ")));
    }
    return told.get(item);
  };

  const asked = () => ({
    words: fold($("q").value).split(/\s+/).filter(Boolean),
    severities: grades.filter((box) => box.checked).map((box) => box.value),
    kind: $("kind").value,
    outlet: $("outlet").selectedOptions[0].dataset.nr,
  });

  // An item that does not say a severity, a kind or an outlet is not filtered by it.
  const suits = ({ dataset }, want) =>
    (!dataset.severity || !want.severities.length || want.severities.includes(dataset.severity)) &&
    (!dataset.kind || !want.kind || dataset.kind === want.kind) &&
    (dataset.outlets === undefined || !want.outlet || dataset.outlets.split(" ").includes(want.outlet));

  const number = (n, all, noun) => {
    const words = `${all.toLocaleString("en")} ${noun}${all === 1 ? "" : "s"}`;
    return n === all ? words : `${n.toLocaleString("en")} of ${words}`;
  };

  function filter() {
    const want = asked();
    for (const item of items) item.hidden = !(suits(item, want) && want.words.every((word) => wordsOf(item).includes(word)));
    for (const list of lists) list.hidden = !list.querySelector(".item:not([hidden])");
    const left = [cards, texts].map((some) => some.filter((item) => !item.hidden).length);
    $("count").textContent = `${number(left[0], cards.length, "finding")}, ${number(left[1], texts.length, "article")}`;
    $("nothing").hidden = left[0] + left[1] > 0;
    const chosen = want.severities.map((grade) => `${grade}s`);
    for (const { value, selectedOptions } of [$("kind"), $("outlet")])
      if (value) chosen.push(selectedOptions[0].text.replace(/ \([\d,]+\)$/, ""));
    if (want.words.length) chosen.push(`“${$("q").value.trim()}”`);
    $("view").textContent = chosen.length ? `: ${chosen.join(", ")}` : "";
    $("clear").disabled = !chosen.length;
  }

  function clear() {
    $("q").value = $("kind").value = $("outlet").value = "";
    for (const box of grades) box.checked = false;
    filter();
    write();
  }

  // The view in the address

  function write(push = false) {
    const view = new URLSearchParams();
    const { severities } = asked();
    if ($("q").value.trim()) view.set("q", $("q").value.trim());
    if (severities.length) view.set("severity", severities.join(","));
    for (const id of ["kind", "outlet"]) if ($(id).value) view.set(id, $(id).value);
    if (opened) view.set("finding", opened.id);
    // A browser may refuse: in the preview of a mail, or where somebody types fast. The page works on without it.
    try {
      history[push ? "pushState" : "replaceState"](null, "", `#${view}`);
    } catch {}
  }

  const choose = (select, value) => {
    select.value = value || "";
    if (select.selectedIndex < 0) select.value = "";
  };

  function read() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return follow(hash);
    const view = new URLSearchParams(hash);
    const severities = (view.get("severity") || "").split(",");
    $("q").value = view.get("q") || "";
    for (const box of grades) box.checked = severities.includes(box.value);
    choose($("kind"), view.get("kind"));
    choose($("outlet"), view.get("outlet"));
    filter();
    const card = cards.find(({ id }) => id === view.get("finding"));
    if (card) show(card);
    else if (pair.open) pair.close();
  }

  // A link into the page shows its end, whatever the filters hide.
  function follow(id) {
    const end = $(id);
    if (pair.open) pair.close();
    if (end && end.closest("[hidden]")) clear();
    filter();
    if (end) end.scrollIntoView();
  }

  // Side by side

  function show(card) {
    opened = current = card;
    const list = cards.filter((other) => !other.hidden || other === card);
    const at = list.indexOf(card);
    const copy = (id, from) => $(id).replaceChildren(...card.querySelector(from).cloneNode(true).childNodes);
    copy("pair-tags", ".tags");
    copy("pair-title", "h3");
    pair.className = card.dataset.severity;
    $("position").textContent = `${at + 1} of ${list.length}`;
    $("before").disabled = at === 0;
    $("next").disabled = at === list.length - 1;
    $("panes").replaceChildren(...panes(card));
    if (!pair.open) pair.showModal();
    for (const pane of $("panes").children) {
      const here = pane.querySelector(".here");
      const above = here ? here.getBoundingClientRect().top - pane.getBoundingClientRect().top : 0;
      pane.scrollTop = Math.max(0, above - pane.clientHeight / 3);
    }
    $("panes").firstElementChild.focus({ preventScroll: true });
  }

  function panes(card) {
    const made = new Map();
    for (const side of all("blockquote", card)) {
      const link = side.querySelector("footer a");
      const text = link && $(link.hash.slice(1).split("-")[0]);
      made.set(text || side, pane(card, text || side, Boolean(text)));
    }
    return [...made.values()];
  }

  function pane(card, from, whole) {
    const copy = from.cloneNode(true);
    for (const part of [copy, ...all("[id]", copy)]) part.removeAttribute("id");
    copy.hidden = false;
    copy.removeAttribute("aria-labelledby");
    copy.removeAttribute("tabindex");
    const pieces = (which) => all(`[data-${which}]`, copy).filter((piece) => piece.dataset[which].split(" ").includes(card.id));
    const marked = pieces("in");
    for (const piece of pieces("changed")) piece.classList.add("changed");
    if (whole && !marked.length) marked.push(copy.querySelector("h3"));
    for (const piece of marked) piece.classList.add("here");
    const around = document.createElement("section");
    around.className = "pane";
    around.tabIndex = 0;
    around.setAttribute("aria-label", from.querySelector(whole ? ".head" : "footer").textContent);
    around.append(copy);
    if (!whole) around.append("The page has no room for this article: only the passage stands here.");
    return around;
  }

  pair.addEventListener("close", () => {
    opened = null;
    write();
    if (current) go(current);
  });

  // From finding to finding

  function go(card) {
    current = card;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const list = cards.filter((card) => !card.hidden || card === current);
    const focused = document.activeElement.closest(".card");
    const at = list.indexOf(pair.open ? opened : focused || current);
    const card = list[at < 0 ? 0 : at + by];
    if (!card) return;
    if (!pair.open) return go(card);
    show(card);
    write();
  }

  const open = (card) => {
    show(card);
    write(true);
  };

  document.addEventListener("click", (event) => {
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const opener = event.target.closest(".card .open, .card footer a");
    if (!opener || !plain) return;
    event.preventDefault();
    open(opener.closest(".card"));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { key, target } = event;
    const typing = target.matches("select, input[type=search]");
    const card = target.closest(".card");
    const down = key === "j" || (pair.open ? key === "ArrowRight" : key === "ArrowDown" && target === card);
    const up = key === "k" || (pair.open ? key === "ArrowLeft" : key === "ArrowUp" && target === card);
    if (target === $("q") && !pair.open) {
      if (key === "Escape") $("q").value ? clearSearch() : $("q").blur();
      else if (key === "ArrowDown" || key === "Enter") first();
      else return;
    } else if (typing) return;
    else if (key === "/" && !pair.open) $("q").focus(), $("q").select();
    else if (down) step(1);
    else if (up) step(-1);
    else if (key === "Enter" && target === card) open(card);
    else return;
    event.preventDefault();
  });

  const first = () => {
    const card = cards.find(({ hidden }) => !hidden);
    if (card) go(card);
  };

  const clearSearch = () => {
    $("q").value = "";
    filter();
    write();
  };

  for (const control of [$("q"), $("kind"), $("outlet"), ...grades])
    control.addEventListener("input", () => {
      filter();
      write();
    });
  for (const id of ["clear", "clear-all"]) $(id).addEventListener("click", () => (clear(), $("q").focus()));
  $("print").addEventListener("click", () => print());
  $("before").addEventListener("click", () => step(-1));
  $("next").addEventListener("click", () => step(1));
  $("close").addEventListener("click", () => pair.close());
  addEventListener("popstate", read);
  read();
});
