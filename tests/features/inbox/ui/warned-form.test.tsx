// @vitest-environment jsdom
import { act, useState } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { WarnedForm } from "~/features/inbox/ui/warned-form";
import type { FormProps } from "~/ui/admin/search-form";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** The router's form sends what nobody has prevented. */
async function opened(isTyping: boolean) {
  const sent: string[] = [];
  const Form = ({ onSubmit, children }: FormProps) => (
    <form
      onSubmit={(event) => {
        onSubmit?.(event);
        if (!event.defaultPrevented) sent.push("sent");
        event.preventDefault();
      }}
    >
      {children}
    </form>
  );
  function Composer() {
    const [isWarned, setWarned] = useState(false);
    return (
      <WarnedForm Form={Form} mustWarn={isTyping && !isWarned} onWarn={() => setWarned(true)}>
        <button type="submit">{isWarned ? "Send anyway" : "Send"}</button>
      </WarnedForm>
    );
  }
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () => createRoot(place).render(<Composer />));
  const button = () => place.querySelector("button");
  const press = () => act(async () => button()?.click());
  return { sent, press, said: () => button()?.textContent };
}

it("warns at the first press and sends at the second", async () => {
  const { sent, press, said } = await opened(true);
  await press();
  expect([sent, said()]).toEqual([[], "Send anyway"]);
  await press();
  expect(sent).toEqual(["sent"]);
});

it("sends at once where there is nothing to warn of", async () => {
  const { sent, press } = await opened(false);
  await press();
  expect(sent).toEqual(["sent"]);
});
