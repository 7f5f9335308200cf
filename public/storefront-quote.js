// While a return is filled in: what comes back is worked out anew whenever something is chosen, by the same form
// and the same server as the button does. Whatever goes wrong, the button is there.
(() => {
  const region = document.querySelector("[data-aftercare-quote]");
  const form = region?.closest("form");
  if (!form || !window.fetch || !window.AbortController) return;
  const button = form.querySelector("[data-aftercare-requote]");
  let timer;
  let asking;

  async function ask() {
    if (asking) asking.abort();
    const mine = new AbortController();
    asking = mine;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    fields.set("go", "quote");
    let html = "";
    try {
      const answer = await fetch(form.getAttribute("action"), {
        method: "POST",
        body: fields,
        signal: mine.signal,
      });
      const kind = answer.headers.get("content-type") || "";
      // asked too often: the answer says when it will be known
      if ((answer.ok || answer.status === 429) && kind.startsWith("text/html")) html = await answer.text();
    } catch {
      // the button stays
    }
    if (mine.signal.aborted) return;
    // An answer that is no quote (a theme's page, a proxy's error) is not shown.
    const isQuote = html.startsWith('<h2 class="aftercare-quote-title"');
    if (isQuote) region.innerHTML = html;
    if (button) button.hidden = isQuote;
  }

  form.addEventListener("change", (event) => {
    if (event.target.type === "file") return;
    clearTimeout(timer);
    timer = setTimeout(ask, 350);
  });
})();
