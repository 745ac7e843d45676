// Zoom and pan by mouse, wheel, touch and keyboard: all of them end in page.show(from, to).
(() => {
  const input = {};
  (window.deepmine ??= {}).seriesInput = input;

  /** What uPlot's own handlers are replaced by: with shift a drag pans, a double click shows all. */
  input.bind = (page) => ({
    mousedown: (plot, _, usual) => (event) => {
      if (event.shiftKey && event.button === 0) panByMouse(page, plot, event);
      else usual(event);
    },
    dblclick: () => () => page.showAll(),
  });

  function panByMouse(page, plot, event) {
    event.preventDefault();
    const { from, to } = page.view;
    const scale = (to - from) / plot.over.clientWidth;
    const move = (next) => page.show(from - (next.clientX - event.clientX) * scale, to - (next.clientX - event.clientX) * scale);
    const end = () => {
      document.removeEventListener("mousemove", move);
      document.removeEventListener("mouseup", end);
    };
    document.addEventListener("mousemove", move);
    document.addEventListener("mouseup", end);
  }

  /** Zooms by a factor about a share of the view's width. */
  input.zoom = (page, factor, share = 0.5) => {
    const { from, to } = page.view;
    const middle = from + (to - from) * share;
    page.show(middle - (middle - from) * factor, middle + (to - middle) * factor);
  };

  /** Pans by a share of the view's width. */
  input.pan = (page, share) => {
    const by = (page.view.to - page.view.from) * share;
    page.show(page.view.from + by, page.view.to + by);
  };

  input.listen = (page, charts) => {
    charts.addEventListener("wheel", (event) => wheel(page, event), { passive: false });
    charts.addEventListener("keydown", (event) => key(page, event));
    touch(page, charts);
  };

  const overOf = (event) => event.target.closest(".u-over");

  // A plain wheel scrolls the page: only Ctrl zooms, only Shift or a sideways wheel pans.
  function wheel(page, event) {
    const over = overOf(event);
    if (!over) return;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (event.ctrlKey) {
      event.preventDefault();
      input.zoom(page, Math.exp(Math.sign(event.deltaY) * 0.25), event.offsetX / over.clientWidth);
    } else if (event.shiftKey || sideways) {
      event.preventDefault();
      input.pan(page, (sideways ? event.deltaX : event.deltaY) / over.clientWidth);
    }
  }

  function key(page, event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    const does = {
      ArrowLeft: () => (event.shiftKey ? input.pan(page, -0.2) : page.step(-1)),
      ArrowRight: () => (event.shiftKey ? input.pan(page, 0.2) : page.step(1)),
      Home: () => page.showEnd(-1),
      End: () => page.showEnd(1),
      "+": () => input.zoom(page, 0.5, page.cursorShare()),
      "=": () => input.zoom(page, 0.5, page.cursorShare()),
      "-": () => input.zoom(page, 2, page.cursorShare()),
      0: () => page.showAll(),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  // One finger pans, two zoom; up and down still scroll the page (touch-action in the style sheet).
  function touch(page, charts) {
    const fingers = new Map();
    let began = null;
    const begin = () => {
      const at = [...fingers.values()];
      began = { ...page.view, middle: at.reduce((sum, x) => sum + x, 0) / at.length, apart: at.length > 1 ? Math.abs(at[0] - at[1]) : 0 };
    };
    charts.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "touch" || !overOf(event)) return;
      fingers.set(event.pointerId, event.clientX);
      begin();
    });
    charts.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, event.clientX);
      const at = [...fingers.values()];
      const wide = began.to - began.from;
      const scale = wide / (charts.querySelector(".u-over")?.clientWidth || 1);
      const factor = at.length > 1 && began.apart > 20 ? began.apart / Math.max(20, Math.abs(at[0] - at[1])) : 1;
      const moved = (at.reduce((sum, x) => sum + x, 0) / at.length - began.middle) * scale;
      const middle = (began.from + began.to) / 2 - moved;
      page.show(middle - (wide * factor) / 2, middle + (wide * factor) / 2);
    });
    for (const type of ["pointerup", "pointercancel"]) {
      charts.addEventListener(type, (event) => {
        if (fingers.delete(event.pointerId) && fingers.size) begin();
      });
    }
  }
})();
