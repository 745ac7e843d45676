// Loaded before the first paint: the chosen theme, else the system's.
(() => {
  const root = document.documentElement;
  root.dataset.script = "";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  };
  const apply = () => {
    root.dataset.bsTheme = chosen() ?? (system.matches ? "dark" : "light");
    document.dispatchEvent(new Event("themechange"));
  };
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    try {
      localStorage.setItem("theme", root.dataset.bsTheme === "dark" ? "light" : "dark");
    } catch {
      root.dataset.bsTheme = root.dataset.bsTheme === "dark" ? "light" : "dark";
      return;
    }
    apply();
  });
})();
