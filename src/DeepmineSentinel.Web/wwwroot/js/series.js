// The five channels of a stope under one cursor and one range of time. The server thins them; more is loaded than is shown, so
// that panning has something to draw at once; a gap stays a gap.
(() => {
  const box = document.querySelector("[data-series]");
  if (!box) return;
  const { seriesDraw: draw, seriesInput: input, seriesExport: out, text } = deepmine;
  const charts = box.querySelector("[data-charts]");
  const note = box.querySelector("[data-note]");
  const said = box.querySelector("[data-said]");
  const shownFile = box.querySelector("[data-shown-file]");
  const stope = document.querySelector("h1").textContent.trim();
  const first = Date.parse(box.dataset.first) / 1000;
  const last = Date.parse(box.dataset.last) / 1000;
  const room = Math.max(3600, (last - first) * 0.01);
  const full = { from: first - room, to: last + room };
  const shortest = 120;
  const days = attributions();
  const seconds = (name) => {
    const at = Date.parse(new URLSearchParams(location.search).get(name) ?? "");
    return Number.isNaN(at) ? null : at / 1000;
  };
  const iso = (at) => new Date(at * 1000).toISOString();

  let series = null;
  let loaded = null;
  let xs = [];
  let drawn = [];
  let lane = null;
  let markTable = null;
  let busy = false;
  let waiting = 0;
  let resting = 0;
  let cursor = null;

  const page = {
    zone: box.dataset.zone,
    view: { ...full },
    marks: [],
    get series() {
      return series;
    },
    width: () => Math.max(240, charts.clientWidth),
    dataOf: (channel) => [xs, channel.max, channel.min],
    moment: (at) => new Date(at * 1000).toLocaleString(deepmine.dates, { timeZone: page.zone, dateStyle: "medium", timeStyle: "short" }),
    show,
    showAll: () => show(full.from, full.to),
    showEnd: (side) => {
      const wide = page.view.to - page.view.from;
      if (side < 0) show(full.from, full.from + wide);
      else show(full.to - wide, full.to);
    },
    selected: (plot) => {
      const { left, width } = plot.select;
      if (width > 8) show(plot.posToVal(left, "x"), plot.posToVal(left + width, "x"));
      plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
    },
    moved: (plot) => {
      const at = drawn.find((one) => one.plot === plot);
      if (at) at.output.textContent = valueAt(at, plot.cursor.idx);
    },
    redrawn: (plot) => {
      const one = drawn.find((known) => known.plot === plot);
      if (!one) return;
      if (one === drawn[0]) draw.lane(lane, plot, page.marks);
      if (one.strip) draw.strip(one.strip, plot, days.get(one.channel.name), greatest);
    },
    cursorShare: () => {
      const share = cursor === null ? 0.5 : (xs[cursor] - page.view.from) / (page.view.to - page.view.from);
      return share >= 0 && share <= 1 ? share : 0.5;
    },
    step,
    *parts() {
      if (lane) yield { canvas: lane };
      for (const one of drawn) {
        yield { title: one.title, canvas: one.plot.ctx.canvas };
        if (one.strip) yield { canvas: one.strip };
      }
    },
  };
  page.bind = input.bind(page);

  // The strips are drawn from the table that stands on the page for all.
  function attributions() {
    const found = new Map();
    for (const row of document.querySelectorAll("[data-attributions] tr[data-from]")) {
      for (const cell of row.querySelectorAll("[data-channel]")) {
        const { channel, contribution } = cell.dataset;
        if (!found.has(channel)) found.set(channel, []);
        found.get(channel).push({
          from: Date.parse(row.dataset.from) / 1000,
          to: Date.parse(row.dataset.to) / 1000,
          contribution: contribution === undefined ? null : Number(contribution),
        });
      }
    }
    for (const list of found.values()) list.sort((one, next) => one.from - next.from);
    return found;
  }

  const greatest = Math.max(1e-9, ...[...days.values()].flat().map((day) => Math.abs(day.contribution ?? 0)));

  /** Every way of zooming and panning ends here: what is loaded is drawn at once, the rest is asked for. */
  function show(from, to) {
    const wide = Math.min(Math.max(to - from, shortest), full.to - full.from);
    const start = Math.min(Math.max(from, full.from), full.to - wide);
    page.view = { from: start, to: start + wide };
    rescale();
    if (!loaded) {
      if (!busy) load();
      return;
    }
    waiting ||= setTimeout(() => ((waiting = 0), settle()), 60);
    clearTimeout(resting);
    resting = setTimeout(rest, 300);
  }

  // While a view moves: what lies near it is loaded ahead, one request at a time.
  function settle() {
    if (busy) return;
    const { from, to } = page.view;
    const wide = to - from;
    const edge = (at, end, limit) => Math.abs(end - limit) > 1 && Math.abs(at - end) < wide * 0.6;
    const near = !loaded || from < loaded.from || to > loaded.to || edge(from, loaded.from, full.from) || edge(to, loaded.to, full.to);
    const coarse = loaded && (wide < loaded.wide / 1.4 || wide > loaded.wide * 1.4);
    if (near || coarse) load();
  }

  // When it stands still: address, file and tables follow.
  function rest() {
    remember();
    tell();
    markTable?.refill();
    for (const one of drawn) one.table.refill();
  }

  async function load() {
    busy = true;
    const { from, to } = page.view;
    const wide = to - from;
    const all = { from: Math.max(full.from, from - wide), to: Math.min(full.to, to + wide) };
    const query = new URLSearchParams({ points: Math.round((page.width() * (all.to - all.from)) / wide), zone: page.zone });
    if (all.from > full.from) query.set("from", iso(all.from));
    if (all.to < full.to) query.set("to", iso(all.to));
    charts.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(`${box.dataset.series}?${query}`, { headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(String(response.status));
      const answer = await response.json();
      series = answer;
      if (all.to >= full.to) all.to = reach(answer.events);
      loaded = { ...all, wide };
      cursor = null;
      xs = series.times.map((time) => time + series.bucketSeconds / 2);
      page.marks = series.events;
      if (drawn.length) redraw();
      else build();
      tell();
    } catch {
      note.textContent = text("The series could not be loaded. The tables below hold the numbers.");
    } finally {
      charts.removeAttribute("aria-busy");
      busy = false;
    }
    if (page.view.from !== from || page.view.to !== to) settle();
  }

  // A sensor that fell silent raises its alert after the last reading: the axis goes on to it.
  function reach(marks) {
    const end = Math.max(...marks.map((mark) => mark.time), -Infinity) + room;
    if (end > full.to) {
      const wasWhole = page.view.from <= full.from && page.view.to >= full.to;
      full.to = end;
      if (wasWhole) page.view = { ...full };
    }
    return full.to;
  }

  function tell() {
    if (!series) return;
    note.textContent =
      series.readings === 0 ? text("Nothing was measured in this range.")
      : series.bucketSeconds === 0 ? text("Every reading is a point.")
      : text("Each point spans {0}, from the least to the greatest value.", draw.width(series.bucketSeconds));
    const { from, to } = page.view;
    const query = new URLSearchParams({ points: Math.round(page.width()), from: iso(from), to: iso(to) });
    shownFile.href = `${box.dataset.series}.csv?${query}`;
  }

  // The address carries the range, so that a link reproduces the view.
  function remember() {
    const address = new URL(location.href);
    const all = page.view.from <= full.from && page.view.to >= full.to;
    for (const name of ["from", "to"]) {
      if (all) address.searchParams.delete(name);
      else address.searchParams.set(name, iso(page.view[name]));
    }
    history.replaceState(null, "", address);
  }

  function element(name, style) {
    const made = document.createElement(name);
    if (style) made.className = style;
    return made;
  }

  function build() {
    for (const one of drawn) one.plot.destroy();
    charts.replaceChildren();
    drawn = [];
    lane = element("canvas", "chart-lane");
    lane.setAttribute("role", "img");
    lane.setAttribute("aria-label", text("Events, answers and alerts on the same axis of time; the table below holds the same"));
    lane.addEventListener("click", (event) => {
      const mark = draw.linkAt(lane, event.offsetX, event.offsetY);
      if (mark) location.assign(mark.link);
    });
    lane.addEventListener("mousemove", (event) => {
      const mark = draw.linkAt(lane, event.offsetX, event.offsetY);
      lane.title = mark?.text ?? "";
      lane.classList.toggle("on-link", Boolean(mark));
    });
    markTable = out.marks(page);
    charts.append(lane, markTable);
    const mine = drawn;
    const next = (i) => {
      if (drawn !== mine || i === series.channels.length) return;
      drawn.push(chartOf(series.channels[i], i));
      setTimeout(next, 0, i + 1); // the first chart is seen before the last is made
    };
    next(0);
  }

  function chartOf(channel, number) {
    const head = element("div", "chart-title");
    const label = element("span");
    label.textContent = `${channel.label}, ${channel.unit}`;
    const output = element("output");
    head.append(label, output);
    const place = element("div", "chart");
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", text("{0} over time; the table below holds the same numbers", channel.label));
    const strip = days.has(channel.name) ? element("canvas", "chart-strip") : null;
    const one = { channel, number, output, strip, title: label.textContent, table: out.table(channel, number, page) };
    charts.append(head, place);
    if (strip) {
      strip.setAttribute("role", "img");
      strip.setAttribute("aria-label", text("What each day of {0} added to the answer; the table of days holds the same", channel.label.toLowerCase()));
      charts.append(strip);
    }
    charts.append(one.table);
    one.plot = draw.plot(place, channel, number, page);
    tellEmpty(one);
    return one;
  }

  function redraw() {
    for (const one of drawn) {
      one.channel = series.channels[one.number];
      one.plot.setData(page.dataOf(one.channel));
      tellEmpty(one);
      one.table.refill();
    }
    markTable.refill();
    rescale();
  }

  function tellEmpty(one) {
    one.output.textContent = one.channel.max.some((value) => value !== null) ? "" : text("not measured in this range");
  }

  const rescale = () => drawn.forEach((one) => one.plot.setScale("x", { min: page.view.from, max: page.view.to }));

  function valueAt(one, at) {
    if (at === null || at === undefined) return "";
    return `${page.moment(series.times[at])}: ${amount(one, at)}${because(one, xs[at])}`;
  }

  function amount({ channel }, at) {
    const [least, most] = [channel.min[at], channel.max[at]];
    if (most === null) return text("not measured");
    return `${least === most ? draw.plain(most) : text("{0} to {1}", draw.plain(least), draw.plain(most))} ${channel.unit}`;
  }

  function because({ channel }, time) {
    const day = days.get(channel.name)?.find((one) => time >= one.from && time < one.to);
    if (!day || Math.abs(day.contribution) < 0.0005) return "";
    const told = draw.signed(day.contribution);
    return `; ${day.contribution > 0 ? text("this day {0}, raised the risk", told) : text("this day {0}, lowered the risk", told)}`;
  }

  // By keyboard: from point to point, told in words.
  function step(by) {
    if (!xs.length) return;
    const inside = (i) => xs[i] >= page.view.from && xs[i] <= page.view.to;
    let at = cursor === null ? (by > 0 ? xs.findIndex((_, i) => inside(i)) : xs.findLastIndex((_, i) => inside(i))) : cursor + by;
    while (at >= 0 && at < xs.length && series.counts[at] === null) at += by;
    if (at < 0 || at >= xs.length) return;
    cursor = at;
    if (!inside(at)) input.pan(page, by * 0.5);
    for (const one of drawn) {
      one.plot.setCursor({ left: one.plot.valToPos(xs[at], "x"), top: 0 }, false);
      one.output.textContent = valueAt(one, at);
    }
    const near = (page.view.to - page.view.from) / 100;
    const marks = page.marks.filter((mark) => Math.abs(mark.time - xs[at]) <= near).map((mark) => mark.text);
    said.textContent = [page.moment(series.times[at]), ...drawn.map((one) => `${one.channel.label} ${amount(one, at)}${because(one, xs[at])}`), ...marks].join("; ");
  }

  box.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { days: back, zoom, pan } = button.dataset;
    if (back === "0") page.showAll();
    else if (back) show(last - Number(back) * 86400, last + room);
    else if (zoom) input.zoom(page, Number(zoom));
    else if (pan) input.pan(page, Number(pan));
    else if (button.dataset.png !== undefined && drawn.length) out.picture(page, stope);
  });

  function showAnswered() {
    const all = [...days.values()].flat();
    const from = Math.min(...all.map((day) => day.from));
    const to = Math.max(...all.map((day) => day.to));
    show(from - 43200, to + 43200);
  }

  document.querySelector("[data-answered]")?.addEventListener("click", () => {
    showAnswered();
    box.scrollIntoView({ block: "start" });
  });
  document.addEventListener("themechange", () => {
    draw.forgetColours();
    if (series) build();
  });
  let resizing = 0;
  window.addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => drawn.forEach((one) => one.plot.setSize({ width: page.width(), height: draw.height })), 100);
  });
  input.listen(page, charts);
  show(seconds("from") ?? full.from, seconds("to") ?? full.to);
})();
