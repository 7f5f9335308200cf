/** What every admin page does: switch shops and staff, fold the menu, and show what an action led to. */
const staff = document.getElementById("staff");
const shops = document.getElementById("shops");
const menu = document.querySelector(".top__menu");

staff.value = localStorage.getItem("store-staff") ?? staff.value;
staff.addEventListener("change", () => {
  localStorage.setItem("store-staff", staff.value);
  location.reload();
});
shops.addEventListener("change", () => {
  const [, , , section = "orders", app] = location.pathname.split("/");
  location.href = section === "apps" ? `/store/${shops.value}/apps/${app}` : `/store/${shops.value}/orders`;
});
menu.addEventListener("click", () => {
  const open = document.body.classList.toggle("menu-open");
  menu.setAttribute("aria-expanded", String(open));
});

export function toast({
  message,
  isError = false,
  duration = 5000,
  action,
  id = crypto.randomUUID(),
  onAction,
  onGone,
}) {
  const box = document.createElement("div");
  box.className = isError ? "toast toast--error" : "toast";
  box.id = id;
  const words = document.createElement("span");
  words.textContent = message;
  box.append(words);
  const gone = () => {
    box.remove();
    onGone?.();
  };
  if (action) box.append(button(action, () => onAction?.()));
  box.append(button("✕", gone, "Dismiss"));
  document.getElementById("toasts").append(box);
  setTimeout(() => box.isConnected && gone(), duration);
}

function button(label, onclick, name) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  if (name) made.setAttribute("aria-label", name);
  made.onclick = onclick;
  return made;
}

const outcome = new URLSearchParams(location.search);
for (const [name, isError] of [
  ["done", false],
  ["refused", true],
]) {
  const message = outcome.get(name);
  if (message) toast({ message, isError, duration: isError ? 12_000 : 5_000 });
}
if (outcome.has("done") || outcome.has("refused")) history.replaceState(null, "", location.pathname);
