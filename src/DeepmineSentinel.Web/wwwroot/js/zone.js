// Proposes the browser's own zone first, where zones are chosen. Without script any name can be typed.
(() => {
  const list = document.getElementById("preferences-zones");
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!list || !own) return;
  for (const option of list.options) if (option.value === own) option.remove();
  const option = document.createElement("option");
  option.value = own;
  option.label = list.dataset.own;
  list.prepend(option);
})();
