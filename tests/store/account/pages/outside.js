/** Around the sandboxes of a page: what an extension may have done for it, and nothing else. */
const post = async (path, body) => {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
};

/** `extension:` is a page of the app's in the account, `shopify:customer-account/` one of the account's own. */
function leadTo(href) {
  const page = /^extension:([\w-]+)\/customer-account\.order\.page\.render\/(\d+)\/?$/.exec(href);
  const own = /^extension:([\w-]+)\/([\w/-]*)$/.exec(href);
  if (page) location.href = `/account/orders/${page[2]}/pages/${page[1]}`;
  else if (own) location.href = `/account/pages/${own[1]}/${own[2]}`;
  else if (href.startsWith("shopify:customer-account/")) location.href = `/account/${href.slice(25)}`;
  else if (/^https?:/.test(href)) window.open(href, "_blank", "noopener");
  else throw new Error(`Nothing is at ${href}`);
}

const does = {
  token: async () => (await post("/__store/extension-token", {})).token,
  accountApi: (body) => post("/__store/customer-account-api", body),
  navigate: leadTo,
  requireLogin: () => {
    location.href = "/account/login";
  },
};

for (const frame of document.querySelectorAll("iframe.extension")) {
  addEventListener("message", async ({ source, data, ports }) => {
    if (source !== frame.contentWindow) return;
    if (data.height !== undefined) frame.style.height = `${Math.ceil(data.height)}px`;
    if (!Object.hasOwn(does, data.wish ?? "")) return;
    try {
      ports[0].postMessage({ value: await does[data.wish](data.value) });
    } catch (error) {
      ports[0].postMessage({ error: String(error) });
    }
  });
  frame.contentWindow.postMessage("listening", "*");
}
