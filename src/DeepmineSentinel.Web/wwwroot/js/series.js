// Draws the five channels of a stope under one cursor. The server thins them; a gap stays a gap.
(() => {
  const box = document.querySelector("[data-series]");
  if (!box) return;
  const charts = box.querySelector("[data-charts]");
  const note = box.querySelector("[data-note]");
  const usual = note.textContent;
  const letters = { blast: "B", excavation: "E", drilling: "D", support: "S", inspection: "I", other: "O", unstable: "!", failure: "!" };
  const sync = uPlot.sync("series");
  let plots = [];
  let series = null;
  let wanted = 0;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const iso = (seconds) => new Date(seconds * 1000).toISOString();
  const width = () => Math.max(240, charts.clientWidth);

  async function load(from, to) {
    const ticket = ++wanted;
    const query = new URLSearchParams({ points: Math.round(width()) });
    if (from) query.set("from", iso(from));
    if (to) query.set("to", iso(to));
    charts.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(`${box.dataset.series}?${query}`, { headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(String(response.status));
      const answer = await response.json();
      if (ticket !== wanted) return;
      series = answer;
      remember(from, to);
      draw();
    } catch {
      note.textContent = "The series could not be loaded. The table below the heading has the numbers.";
    } finally {
      charts.removeAttribute("aria-busy");
    }
  }

  // The address carries the range, so that a link reproduces the view.
  function remember(from, to) {
    const address = new URL(location.href);
    for (const [name, value] of [["from", from], ["to", to]]) {
      if (value) address.searchParams.set(name, iso(value));
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  }

  function draw() {
    for (const plot of plots) plot.destroy();
    charts.replaceChildren();
    plots = [];
    const thinned = series.bucketSeconds > 0;
    note.textContent = series.readings === 0 ? "Nothing was measured in this range."
      : thinned ? `${series.readings.toLocaleString("en")} readings; each point spans ${span(series.bucketSeconds)}, least to greatest value.` : usual;
    series.channels.forEach((channel, i) => {
      if (!channel.max.some((value) => value !== null)) {
        const empty = document.createElement("p");
        empty.className = "soft small";
        empty.textContent = `${channel.label}: not measured in this range.`;
        charts.append(empty);
        return;
      }
      plots.push(plotOf(channel, i, thinned));
    });
  }

  function plotOf(channel, i, thinned) {
    const head = document.createElement("div");
    head.className = "chart-title";
    const label = document.createElement("span");
    label.textContent = `${channel.label}, ${channel.unit}`;
    const output = document.createElement("output");
    head.append(label, output);
    const place = document.createElement("div");
    place.className = "chart";
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", `${channel.label} over time; the table holds the same numbers`);
    charts.append(head, place);
    const stroke = colour(`--dm-series-${i}`);
    const axis = { stroke: colour("--dm-text-soft"), grid: { stroke: colour("--dm-line"), width: 1 }, ticks: { stroke: colour("--dm-line"), width: 1 }, font: "12px system-ui" };
    const line = { stroke, width: 1.5, spanGaps: false };
    return new uPlot(
      {
        width: width(),
        height: 150,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), series.zone),
        cursor: { sync: { key: sync.key, setSeries: false }, drag: { x: true, y: false, setScale: false }, points: { size: 7 }, bind: { dblclick: () => () => load(null, null) } },
        legend: { show: false },
        axes: [{ ...axis, size: 28, space: 70, values: (_, splits) => splits.map(tick(splits)) }, { ...axis, size: 56 }],
        series: thinned ? [{}, line, line] : [{}, line],
        bands: thinned ? [{ series: [1, 2], fill: `${stroke}40` }] : [],
        hooks: {
          setSelect: [(plot) => plot.select.width > 8 && zoom(plot)],
          setCursor: [(plot) => (output.textContent = valueAt(plot, channel, thinned))],
          draw: [(plot) => (overlayEvents(plot), overlayThresholds(plot, channel))],
        },
      },
      thinned ? [series.times, channel.max, channel.min] : [series.times, channel.max],
      place,
    );
  }

  // Days where they differ from tick to tick, else hours; in the mine's zone.
  function tick(splits) {
    const daily = splits.length < 2 || splits[1] - splits[0] >= 86400;
    const days = new Intl.DateTimeFormat("en-GB", { timeZone: series.zone, day: "numeric", month: "short" });
    const hours = new Intl.DateTimeFormat("en-GB", { timeZone: series.zone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
    return (seconds) => (daily ? days : hours).format(new Date(seconds * 1000));
  }

  function zoom(plot) {
    const from = plot.posToVal(plot.select.left, "x");
    const to = plot.posToVal(plot.select.left + plot.select.width, "x");
    load(from, to);
  }

  function valueAt(plot, channel, thinned) {
    const at = plot.cursor.idx;
    if (at === null || at === undefined) return "";
    const when = new Date(series.times[at] * 1000).toLocaleString("en-GB", { timeZone: series.zone, dateStyle: "medium", timeStyle: "short" });
    const most = channel.max[at];
    if (most === null) return `${when}: not measured`;
    const least = channel.min[at];
    const value = thinned && least !== most ? `${plain(least)} to ${plain(most)}` : plain(most);
    return `${when} ${series.zone}: ${value} ${channel.unit}`;
  }

  function overlayEvents(plot) {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.font = `${10 * devicePixelRatio}px system-ui`;
    ctx.textAlign = "center";
    for (const event of series.events) {
      const x = plot.valToPos(event.time, "x", true);
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      const grave = event.kind === "unstable" || event.kind === "failure";
      ctx.strokeStyle = ctx.fillStyle = grave ? colour("--dm-danger") : colour("--dm-line-strong");
      ctx.lineWidth = (grave ? 2 : 1) * devicePixelRatio;
      ctx.beginPath();
      ctx.moveTo(x, bbox.top + 12 * devicePixelRatio);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      ctx.fillText(letters[event.kind] ?? "O", x, bbox.top + 9 * devicePixelRatio);
    }
    ctx.restore();
  }

  function overlayThresholds(plot, channel) {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.strokeStyle = colour("--dm-text-soft");
    ctx.lineWidth = devicePixelRatio;
    for (const threshold of channel.thresholds) {
      if (threshold < plot.scales.y.min || threshold > plot.scales.y.max) continue;
      const y = plot.valToPos(threshold, "y", true);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
    }
    ctx.restore();
  }

  const plain = (value) => Number(value.toPrecision(4)).toLocaleString("en");
  function span(seconds) {
    if (seconds < 120) return `${seconds} s`;
    if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
    return seconds < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} days`;
  }

  box.addEventListener("click", (event) => {
    const days = event.target.closest("[data-days]")?.dataset.days;
    if (days === undefined || !series) return;
    if (days === "0") load(null, null);
    else load(Date.parse(box.dataset.last) / 1000 - Number(days) * 86400, null);
  });
  document.addEventListener("themechange", () => series && draw());
  let resizing = 0;
  window.addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => plots.forEach((plot) => plot.setSize({ width: width(), height: 150 })), 100);
  });

  const asked = new URLSearchParams(location.search);
  const seconds = (name) => (asked.get(name) && !Number.isNaN(Date.parse(asked.get(name))) ? Date.parse(asked.get(name)) / 1000 : null);
  load(seconds("from"), seconds("to"));
})();
