// Follows an open run by server-sent events and draws its losses. The browser reconnects by itself and says what it has.
// The losses of a run that is over stand in the page: nothing is followed. What it says stands in data-texts by its English.
(() => {
  const dash = "\u2013";
  const texts = JSON.parse(document.querySelector("[data-training]")?.dataset.texts || "{}");
  const text = (english) => texts[english] ?? english;
  const show = (box, name, value) => {
    for (const field of box.querySelectorAll(`[data-field="${name}"]`)) field.textContent = value;
  };
  const number = (value) => (value === null || value === undefined ? dash : decimals(value));
  const decimals = (value) =>
    value.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 4, maximumFractionDigits: 4, useGrouping: false });
  // Stages and states have their own names there, as the words of a chart may be others.
  const words = (key) => texts[`.${key}`] ?? key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ");
  const length = (seconds) => {
    if (seconds === null || seconds === undefined) return dash;
    if (seconds < 90) return `${Math.max(0, Math.ceil(seconds))} s`;
    if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
    return seconds < 172800
      ? `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`
      : text("{0} days").replace("{0}", Math.floor(seconds / 86400));
  };

  for (const box of document.querySelectorAll("[data-training]")) watch(box);

  function watch(box) {
    const chart = lossChart();
    if (box.dataset.over === "yes") return;
    let source = null;
    let over = false;
    const tell = (run) => {
      show(box, "state", words(run.status));
      show(box, "stage", words(run.stage));
      show(box, "epochsDone", run.progress.epochsDone);
      show(box, "elapsed", (run.progress.elapsedSeconds ?? null) === null ? text("not started") : length(run.progress.elapsedSeconds));
      show(box, "left", length(run.progress.secondsLeft));
      show(box, "trainingLoss", number(run.progress.trainingLoss));
      show(box, "validationLoss", number(run.progress.validationLoss));
      show(box, "bestEpoch", run.progress.bestEpoch ?? dash);
      box.querySelector("progress").value =
        run.status === "completed" ? run.progress.epochs : run.progress.epochsDone;
    };
    const open = () => {
      chart.clear();
      source = new EventSource(box.dataset.training);
      source.addEventListener("epochs", (event) => chart.add(JSON.parse(event.data)));
      source.addEventListener("run", (event) => tell(JSON.parse(event.data)));
      source.addEventListener("end", () => {
        over = true;
        source.close();
        location.reload();
      });
      source.addEventListener("error", () => {
        if (!over) show(box, "state", text("No connection"));
      });
    };
    // A browser keeps few connections to one site: a page that nobody sees gives its own back.
    document.addEventListener("visibilitychange", () => {
      if (over) return;
      source?.close();
      if (!document.hidden) open();
    });
    open();
  }

  function lossChart() {
    const target = document.querySelector("[data-loss-chart]");
    const points = [];
    let plot = null;
    if (!target) return { clear: () => {}, add: () => {} };
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const data = () => [points.map((_, i) => i + 1), points.map((p) => p.trainingLoss), points.map((p) => p.validationLoss)];
    const axis = () => ({ stroke: colour("--dm-text-soft"), grid: { stroke: colour("--dm-line"), width: 1 }, ticks: { stroke: colour("--dm-line") } });
    const ticks = (_, splits) => splits.map((split) => split?.toLocaleString(document.documentElement.lang));
    const build = () => {
      plot?.destroy();
      plot = new uPlot(
        {
          width: target.clientWidth,
          height: 260,
          scales: { x: { time: false } },
          axes: [{ ...axis(), values: ticks, label: text("Epoch") }, { ...axis(), values: ticks, size: 60 }],
          series: [
            { label: text("Epoch") },
            { label: text("Training"), stroke: colour("--dm-series-0"), width: 2, value: (_, loss) => number(loss), points: { show: false } },
            { label: text("Validation"), stroke: colour("--dm-series-1"), width: 2, dash: [6, 3], value: (_, loss) => number(loss), points: { show: false } },
          ],
        },
        data(),
        target,
      );
    };
    document.addEventListener("themechange", () => plot && build());
    window.addEventListener("resize", () => plot?.setSize({ width: target.clientWidth, height: 260 }));
    const add = (more) => {
      if (more.length === 0) return;
      points.push(...more);
      document.querySelector("[data-no-epoch]")?.remove();
      if (plot) plot.setData(data());
      else build();
    };
    add(JSON.parse(target.dataset.points || "[]").map(([trainingLoss, validationLoss]) => ({ trainingLoss, validationLoss })));
    return {
      clear: () => {
        points.length = 0;
      },
      add,
    };
  }
})();
