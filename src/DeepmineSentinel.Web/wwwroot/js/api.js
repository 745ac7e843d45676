// Sends what the forms of the API's page say to this site, and shows the answer as it came.
(() => {
  const longest = 20000;

  for (const form of document.querySelectorAll("[data-api-method]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }

  // A link to an operation opens it.
  const named = document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) named.open = true;

  async function send(form) {
    const output = form.querySelector("[data-api-answer]");
    const show = (text) => {
      output.hidden = false;
      output.textContent = text;
    };
    const { address, headers } = read(form);
    const body = form.querySelector("[data-api-body]")?.value;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    show("\u2026");
    try {
      const answer = await fetch(address, { method: form.dataset.apiMethod, headers, body, cache: "no-store" });
      const type = answer.headers.get("Content-Type") ?? "";
      const said = ["ETag", "Location", "Link", "Idempotency-Replayed"]
        .filter((name) => answer.headers.has(name))
        .map((name) => `${name}: ${answer.headers.get(name)}`);
      const content = type.includes("json") ? JSON.stringify(await answer.json(), null, 2) : type;
      const shown = content.length > longest ? `${content.slice(0, longest)}\n\u2026` : content;
      show([`${answer.status} ${answer.statusText}`, ...said, "", shown].join("\n"));
    } catch {
      show(form.dataset.apiSilent);
    }
  }

  function read(form) {
    const headers = {};
    const query = new URLSearchParams();
    let path = form.dataset.apiPath;
    for (const field of form.querySelectorAll("[data-api-field]")) {
      const { apiField: name, apiWhere: where } = field.dataset;
      if (where === "path") path = path.replace(`{${name}}`, encodeURIComponent(field.value));
      else if (field.value !== "" && where === "query") query.append(name, field.value);
      else if (field.value !== "" && where === "header") headers[name] = field.value;
    }
    const text = query.toString();
    return { address: text ? `${path}?${text}` : path, headers };
  }
})();
