import type { ReactNode } from "react";
import type { FormComponent } from "~/ui/admin/search-form";

type Props = { Form: FormComponent; mustWarn: boolean; onWarn(): void; children: ReactNode };

/**
 * A form that warns instead of being sent, however it is sent. A button that only becomes one that sends once it was
 * pressed would send at that same press: the browser looks at what it is after we have heard of it.
 */
export const WarnedForm = ({ Form, mustWarn, onWarn, children }: Props) => (
  <Form
    method="post"
    onSubmit={(event) => {
      if (!mustWarn) return;
      event.preventDefault();
      onWarn();
    }}
  >
    {children}
  </Form>
);
