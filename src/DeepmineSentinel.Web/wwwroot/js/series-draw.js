// Draws one channel of a stope, the lane of marks above all channels, and the strip of what each day contributed.
(() => {
  const draw = {};
  (window.deepmine ??= {}).seriesDraw = draw;
  const letters = { blast: "B", excavation: "E", drilling: "D", support: "S", inspection: "I", other: "O", stable: "\u2713", unstable: "!", failure: "!" };
  const levels = ["very_low", "low", "elevated", "high", "critical", "imminent"];
  // Levels of the response plan in their order, each with its letter and the colours that the style sheet gives it.
  const planned = { no_data: ["?", "grey"], abnormal: ["A", "elevated"], very_abnormal: ["V", "high"], evacuate: ["E", "imminent"] };
  const gutter = 56;
  draw.height = 150;

  // Asked for some hundred times a drawing, and the same until the theme changes.
  let colours = new Map();
  draw.colour = (name) => {
    if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
    return colours.get(name);
  };
  draw.forgetColours = () => (colours = new Map());
  draw.plain = (value) => Number(value.toPrecision(4)).toLocaleString(deepmine.lang);
  draw.signed = (value) => `${value < 0 ? "\u2212" : "+"}${deepmine.fixed(Math.abs(value), Math.abs(value) < 0.0995 ? 3 : 2)}`;
  draw.width = (seconds) => {
    if (seconds < 120) return `${seconds} s`;
    if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
    return seconds < 172800 ? `${Math.round(seconds / 3600)} h` : deepmine.text("{0} days", Math.round(seconds / 86400));
  };

  // Days where ticks lie a day or more apart, else hours; in the mine's zone.
  function ticks(zone) {
    const format = (options) => new Intl.DateTimeFormat(deepmine.dates, { timeZone: zone, ...options });
    const days = format({ day: "numeric", month: "short" });
    const hours = format({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
    return (splits) => {
      const daily = splits.length < 2 || splits[1] - splits[0] >= 86400;
      return splits.map((seconds) => (daily ? days : hours).format(new Date(seconds * 1000)));
    };
  }

  // A point between two gaps has no line to stand on: it is drawn as a dot.
  function alone(plot, series) {
    const values = plot.data[series];
    const found = [];
    for (let i = plot.series[0].idxs?.[0] ?? 0, last = plot.series[0].idxs?.[1] ?? values.length - 1; i <= last; i++)
      if (values[i] !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null) found.push(i);
    return found.length ? found : null;
  }

  /** One chart: data are times, greatest and least values; the view is asked for whenever scales are made. */
  draw.plot = (place, channel, number, page) => {
    const { colour } = draw;
    const stroke = colour(`--dm-series-${number}`);
    const lines = { stroke: colour("--dm-line"), width: 1 };
    const axis = { stroke: colour("--dm-text-soft"), grid: lines, ticks: lines, font: "12px system-ui" };
    const line = { stroke, width: 1.5, spanGaps: false, points: { size: 5, show: false, filter: alone, fill: stroke } };
    const format = ticks(page.zone);
    return new uPlot(
      {
        width: page.width(),
        height: draw.height,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), page.zone),
        scales: { x: { time: true, range: () => [page.view.from, page.view.to] } },
        cursor: {
          sync: { key: "series", setSeries: false, filters: { pub: (type) => type === "mousemove" || type === "mouseleave" } },
          drag: { x: true, y: false, setScale: false },
          points: { size: 7 },
          bind: page.bind,
        },
        legend: { show: false },
        axes: [
          { ...axis, size: 28, space: 70, values: (_, splits) => format(splits) },
          { ...axis, size: gutter },
        ],
        series: [{}, line, line],
        bands: [{ series: [1, 2], fill: `${stroke}40` }],
        hooks: {
          setSelect: [page.selected],
          setCursor: [page.moved],
          draw: [(plot) => (markLines(plot, page.marks), thresholds(plot, channel.thresholds), page.redrawn(plot))],
        },
      },
      page.dataOf(channel),
      place,
    );
  };

  const isAlert = (mark) => mark.kind.startsWith("alert_");
  const isOver = (mark) => mark.kind === "alert_resolved";
  const isGrave = (mark) => mark.kind === "unstable" || mark.kind === "failure";

  function markLines(plot, marks) {
    const { ctx, bbox } = plot;
    ctx.save();
    for (const mark of marks) {
      if (mark.kind === "prediction" || isAlert(mark)) continue;
      const x = plot.valToPos(mark.time, "x", true);
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      ctx.strokeStyle = draw.colour(isGrave(mark) ? "--dm-danger" : "--dm-line-strong");
      ctx.globalAlpha = isGrave(mark) ? 1 : 0.45;
      ctx.lineWidth = (isGrave(mark) ? 2 : 1) * devicePixelRatio;
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
    }
    ctx.restore();
  }

  function thresholds(plot, values) {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.font = `${10 * devicePixelRatio}px system-ui`;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.strokeStyle = draw.colour("--dm-text-soft");
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
    let above = Infinity;
    for (const value of values) {
      if (value < plot.scales.y.min || value > plot.scales.y.max) continue;
      const y = plot.valToPos(value, "y", true);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      if (above - y > 13 * devicePixelRatio) tag(ctx, deepmine.text("example {0}", draw.plain(value)), bbox.left + 8 * devicePixelRatio, y);
      above = y;
    }
    ctx.restore();
  }

  // On the ground of the page, so that neither line nor series runs through the words.
  function tag(ctx, text, x, y) {
    ctx.fillStyle = draw.colour("--dm-surface");
    ctx.fillRect(x - 3 * devicePixelRatio, y - 6 * devicePixelRatio, ctx.measureText(text).width + 6 * devicePixelRatio, 12 * devicePixelRatio);
    ctx.fillStyle = draw.colour("--dm-text-soft");
    ctx.fillText(text, x, y);
  }

  /** A canvas beside the charts, on the same axis of time; the context is in CSS pixels. */
  function canvasOf(canvas, plot, height, label) {
    const ratio = devicePixelRatio;
    const width = plot.width;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    ctx.font = "11px system-ui";
    ctx.textBaseline = "middle";
    ctx.fillStyle = draw.colour("--dm-text-soft");
    const left = plot.bbox.left / ratio;
    label.forEach((text, row) => ctx.fillText(text, 2, (height / label.length) * (row + 0.5), left - 4));
    ctx.beginPath();
    ctx.rect(left - 8, 0, plot.bbox.width / ratio + 16, height);
    ctx.clip();
    return { ctx, at: (seconds) => plot.valToPos(seconds, "x") + left };
  }

  const rows = [
    { label: "Events", y: 10, of: (mark) => mark.kind !== "prediction" && !isAlert(mark), paint: letter },
    { label: "Said", y: 28, of: (mark) => mark.kind === "prediction", paint: level },
    { label: "Alerts", y: 48, of: isAlert, paint: alertMark },
  ];

  /** Events above, what was said and the alerts below; of marks too close to be told apart the gravest is drawn. */
  draw.lane = (canvas, plot, marks) => {
    const shown = rows.filter((row) => row.paint !== alertMark || marks.some(isAlert));
    const height = shown.length === rows.length ? 58 : 38;
    canvas.style.height = `${height}px`;
    const { ctx, at } = canvasOf(canvas, plot, height, shown.map((row) => deepmine.text(row.label)));
    ctx.textAlign = "center";
    canvas.links = [];
    for (const row of shown) {
      for (const { x, mark } of apart(marks.filter(row.of), at)) {
        row.paint(ctx, x, row.y, mark);
        if (mark.link) canvas.links.push({ x, y: row.y, mark });
      }
    }
  };

  /** The mark with a page of its own that lies under a pointer, in pixels of the canvas; none: undefined. */
  draw.linkAt = (canvas, x, y) => canvas.links?.find((one) => Math.abs(one.x - x) <= 7 && Math.abs(one.y - y) <= 9)?.mark;

  const weight = (mark) =>
    isAlert(mark) ? (isOver(mark) ? 0 : Object.keys(planned).indexOf(mark.level) + 1)
    : mark.level ? levels.indexOf(mark.level) + 1
    : isGrave(mark) ? 2
    : mark.kind === "blast" ? 1
    : 0;

  function apart(marks, at) {
    const places = new Map();
    for (const mark of marks) {
      const x = at(mark.time);
      const place = Math.floor(x / 13);
      const known = places.get(place);
      if (!known || weight(mark) > weight(known.mark)) places.set(place, { x: place * 13 + 6.5, mark });
    }
    return places.values();
  }

  function letter(ctx, x, y, mark) {
    ctx.fillStyle = draw.colour(isGrave(mark) ? "--dm-danger" : "--dm-text-soft");
    ctx.font = `${isGrave(mark) ? "bold 13" : "11"}px system-ui`;
    ctx.fillText(letters[mark.kind] ?? "O", x, y);
  }

  function level(ctx, x, y, mark) {
    const rank = levels.indexOf(mark.level);
    boxed(ctx, [x, y], rank < 0 ? "grey" : mark.level.replace("_", "-"), rank < 0 ? "?" : String(rank + 1));
  }

  // What is over is a hollow box, so that an end is not taken for another beginning.
  function alertMark(ctx, x, y, mark) {
    const [sign, name] = planned[mark.level] ?? planned.no_data;
    if (!isOver(mark)) {
      boxed(ctx, [x, y], name, sign);
      return;
    }
    ctx.strokeStyle = draw.colour("--dm-line-strong");
    ctx.lineWidth = 1;
    ctx.strokeRect(x - 5.5, y - 6.5, 11, 13);
    ctx.fillStyle = draw.colour("--dm-text-soft");
    ctx.font = "11px system-ui";
    ctx.fillText("\u2713", x, y + 0.5);
  }

  function boxed(ctx, [x, y], name, sign) {
    ctx.fillStyle = draw.colour(`--dm-${name}-bg`);
    ctx.fillRect(x - 6, y - 7, 12, 14);
    ctx.fillStyle = draw.colour(`--dm-${name}`);
    ctx.font = "bold 10px system-ui";
    ctx.fillText(sign, x, y + 0.5);
  }

  /** Bars of one channel by day: up and plus raised the risk, down and minus lowered it; as high as the greatest of all channels. */
  draw.strip = (canvas, plot, days, greatest) => {
    const height = 40;
    const { ctx, at } = canvasOf(canvas, plot, height, ["Why"]);
    const middle = height / 2;
    ctx.strokeStyle = draw.colour("--dm-line-strong");
    ctx.lineWidth = 1;
    if (days.length) {
      ctx.beginPath();
      ctx.moveTo(at(days[0].from), middle + 0.5);
      ctx.lineTo(at(days[days.length - 1].to), middle + 0.5);
      ctx.stroke();
    }
    ctx.textAlign = "center";
    for (const day of days) {
      const left = at(day.from);
      const wide = Math.max(1, at(day.to) - left - 1);
      if (day.contribution === null) continue;
      const tall = Math.max(1, (Math.abs(day.contribution) / greatest) * (middle - 2));
      const raised = day.contribution > 0;
      ctx.fillStyle = draw.colour(raised ? "--dm-raised" : "--dm-lowered");
      ctx.fillRect(left, raised ? middle - tall : middle + 1, wide, tall);
      if (wide < 9 || Math.abs(day.contribution) < greatest / 20) continue;
      ctx.font = "bold 11px system-ui";
      ctx.fillText(raised ? "+" : "\u2212", left + wide / 2, raised ? middle + 8 : middle - 7);
    }
  };
})();
