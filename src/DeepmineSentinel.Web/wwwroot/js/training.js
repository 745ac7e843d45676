// Keeps the progress of an open run up to date and draws its losses.
(() => {
  const interval = 1000;
  const dash = "\u2013";
  const show = (box, name, value) => {
    for (const field of box.querySelectorAll(`[data-field="${name}"]`)) field.textContent = value;
  };
  const number = (value) => (value === null || value === undefined ? dash : value.toFixed(4));

  for (const box of document.querySelectorAll("[data-training]")) watch(box);

  async function watch(box) {
    const chart = lossChart();
    for (;;) {
      let answer;
      try {
        const response = await fetch(`${box.dataset.training}?after=${chart.count()}`, { headers: { Accept: "application/json" } });
        if (!response.ok) return;
        answer = await response.json();
      } catch {
        show(box, "state", "No connection");
        await new Promise((resolve) => setTimeout(resolve, 5 * interval));
        continue;
      }
      const run = answer.progress;
      show(box, "state", run.state);
      show(box, "stage", run.stage);
      show(box, "epochsDone", run.epochsDone);
      show(box, "elapsed", run.elapsed);
      show(box, "left", run.left || dash);
      show(box, "trainingLoss", number(run.trainingLoss));
      show(box, "validationLoss", number(run.validationLoss));
      show(box, "bestEpoch", run.bestEpoch ?? dash);
      box.querySelector("progress").value = run.barEpochs;
      chart.add(answer.points);
      if (run.isOver) {
        if (box.dataset.over === "no") location.reload();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  }

  function lossChart() {
    const target = document.querySelector("[data-loss-chart]");
    const points = [];
    let plot = null;
    if (!target) return { count: () => 0, add: () => {} };
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const data = () => [points.map((_, i) => i + 1), points.map((p) => p.trainingLoss), points.map((p) => p.validationLoss)];
    const axis = () => ({ stroke: colour("--dm-text-soft"), grid: { stroke: colour("--dm-line"), width: 1 }, ticks: { stroke: colour("--dm-line") } });
    const build = () => {
      plot?.destroy();
      plot = new uPlot(
        {
          width: target.clientWidth,
          height: 260,
          scales: { x: { time: false } },
          axes: [{ ...axis(), label: "Epoch" }, { ...axis(), size: 60 }],
          series: [
            { label: "Epoch" },
            { label: "Training", stroke: colour("--dm-series-0"), width: 2, points: { show: false } },
            { label: "Validation", stroke: colour("--dm-series-1"), width: 2, dash: [6, 3], points: { show: false } },
          ],
        },
        data(),
        target,
      );
    };
    document.addEventListener("themechange", () => plot && build());
    window.addEventListener("resize", () => plot?.setSize({ width: target.clientWidth, height: 260 }));
    return {
      count: () => points.length,
      add: (more) => {
        if (more.length === 0) return;
        points.push(...more);
        if (plot) plot.setData(data());
        else build();
      },
    };
  }
})();
