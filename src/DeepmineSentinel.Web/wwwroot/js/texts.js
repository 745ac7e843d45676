// What scripts say, in the language of the page: the page brings the translations of their English texts in data-texts.
(() => {
  const deepmine = (window.deepmine ??= {});
  const texts = {};
  for (const box of document.querySelectorAll("[data-texts]")) Object.assign(texts, JSON.parse(box.dataset.texts || "{}"));
  deepmine.lang = document.documentElement.lang || "en";
  // English dates put the day first, as the pages do.
  deepmine.dates = deepmine.lang === "en" ? "en-GB" : deepmine.lang;
  deepmine.text = (english, ...values) => (texts[english] ?? english).replaceAll(/\{(\d)\}/g, (_, place) => values[place]);
  deepmine.fixed = (value, digits) =>
    value.toLocaleString(deepmine.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });
})();
