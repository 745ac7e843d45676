// Keeps a part of a page as the site has it now, while something is at work there. When it is over the page has no such part any
// more and is loaded anew.
(() => {
  const every = 1000;

  for (const box of document.querySelectorAll("[data-live]")) watch(box);

  function watch(box) {
    const look = async () => {
      if (!document.hidden && (await isOver(box))) location.reload();
      else setTimeout(look, every);
    };
    setTimeout(look, every);
  }

  async function isOver(box) {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) return answer.status < 500;
      const now = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(box.id);
      if (!now) return true;
      box.replaceChildren(...now.childNodes);
      return false;
    } catch {
      // No connection: the site is looked for again.
      return false;
    }
  }
})();
