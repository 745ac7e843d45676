// The same numbers as a table beside each chart, and the charts as one picture.
(() => {
  const out = {};
  const { text } = (window.deepmine ??= {});
  deepmine.seriesExport = out;

  /** A folded table of what is drawn, filled when it is opened. */
  out.table = (channel, number, page) => {
    const details = document.createElement("details");
    details.className = "chart-table";
    const summary = document.createElement("summary");
    summary.textContent = text("{0} as a table", channel.label);
    details.append(summary);
    const fill = () => details.open && details.replaceChildren(summary, tableOf(channel, number, page));
    details.addEventListener("toggle", fill);
    details.refill = fill;
    return details;
  };

  /** A folded table of the marks that are drawn, with a link to what has a page of its own. */
  out.marks = (page) => {
    const details = element("details", "chart-table");
    const summary = element("summary");
    summary.textContent = text("Events, answers, outcomes and alerts as a table");
    details.append(summary);
    const fill = () => details.open && details.replaceChildren(summary, marksOf(page));
    details.addEventListener("toggle", fill);
    details.refill = fill;
    return details;
  };

  function marksOf(page) {
    const { view } = page;
    const shown = page.marks.filter((mark) => mark.time >= view.from && mark.time <= view.to).reverse();
    if (!shown.length) {
      const none = element("p", "soft");
      none.textContent = text("Nothing is marked in this range.");
      return none;
    }
    const { box, table } = framed(text("What is marked in this range"));
    const caption = element("caption");
    caption.textContent = text("Newest first; times in {0}", page.zone);
    const head = element("thead");
    head.append(rowOf("th", [text("When"), text("What")]));
    const body = element("tbody");
    for (const mark of shown) {
      const row = rowOf("td", [page.moment(mark.time), mark.text]);
      const what = row.lastElementChild;
      what.className = "wrap";
      if (mark.link) {
        const link = element("a");
        link.href = mark.link;
        link.textContent = mark.text;
        what.replaceChildren(link);
      }
      body.append(row);
    }
    table.append(caption, head, body);
    return box;
  }

  function framed(name) {
    const box = element("div", "table-box");
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", name);
    const table = element("table", "grid");
    box.append(table);
    return { box, table };
  }

  function tableOf(channel, number, page) {
    const { series, view } = page;
    const thinned = series.bucketSeconds > 0;
    const { box, table } = framed(text("{0} as a table", channel.label));
    const caption = element("caption");
    caption.textContent = thinned
      ? text("Points drawn, each of {0}; {1}; times in {2}", deepmine.seriesDraw.width(series.bucketSeconds), channel.unit, series.zone)
      : text("Every reading; {0}; times in {1}", channel.unit, series.zone);
    const head = element("thead");
    head.append(rowOf("th", thinned ? [text("From"), text("Readings"), text("Least"), text("Greatest")] : [text("When"), text("Value")]));
    const body = element("tbody");
    const now = series.channels[number];
    series.times.forEach((time, i) => {
      if (time + series.bucketSeconds < view.from || time > view.to || series.counts[i] === null) return;
      const values = thinned ? [String(series.counts[i]), amount(now.min[i]), amount(now.max[i])] : [amount(now.max[i])];
      body.append(rowOf("td", [page.moment(time), ...values]));
    });
    table.append(caption, head, body);
    return box;
  }

  const amount = (value) => (value === null ? text("not measured") : deepmine.seriesDraw.plain(value));

  function rowOf(kind, cells) {
    const row = element("tr");
    cells.forEach((cell, i) => {
      const at = element(i === 0 ? "th" : kind, i === 0 ? "" : "num");
      if (i === 0 || kind === "th") at.scope = kind === "th" ? "col" : "row";
      at.textContent = cell;
      row.append(at);
    });
    return row;
  }

  function element(name, style = "") {
    const made = document.createElement(name);
    if (style) made.className = style;
    return made;
  }

  /** All charts, the lane and the strips below each other in one file. */
  out.picture = (page, name) => {
    const ratio = devicePixelRatio;
    const parts = [...page.parts()];
    const title = 22 * ratio;
    const width = Math.max(...parts.map((part) => part.canvas.width));
    const canvas = element("canvas");
    canvas.width = width;
    canvas.height = parts.reduce((sum, part) => sum + part.canvas.height + (part.title ? title : 0), title);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = deepmine.seriesDraw.colour("--dm-surface");
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.fillStyle = deepmine.seriesDraw.colour("--dm-text");
    ctx.textBaseline = "middle";
    ctx.font = `bold ${12 * ratio}px system-ui`;
    ctx.fillText(text("{0}, {1} to {2} {3}", name, page.moment(page.view.from), page.moment(page.view.to), page.zone), 4 * ratio, title / 2);
    let y = title;
    for (const part of parts) {
      if (part.title) {
        ctx.fillText(part.title, 4 * ratio, y + title / 2);
        y += title;
      }
      ctx.drawImage(part.canvas, 0, y);
      y += part.canvas.height;
    }
    canvas.toBlob((blob) => {
      const link = element("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${name.replaceAll(/[^\w-]+/g, "_")}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    }, "image/png");
  };
})();
