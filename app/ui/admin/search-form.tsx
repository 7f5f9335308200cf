import { Button, InlineStack, TextField } from "@shopify/polaris";
import { type FormEventHandler, type ReactNode, useEffect, useState } from "react";

/** What a screen may say of a form. */
export type FormProps = {
  method?: "get" | "post";
  action?: string;
  id?: string;
  className?: string;
  onChange?: FormEventHandler<HTMLFormElement>;
  onReset?: FormEventHandler<HTMLFormElement>;
  /** before it is sent; what is prevented here is not */
  onSubmit?: FormEventHandler<HTMLFormElement>;
  children?: ReactNode;
};

/** A form as the router has it, so that sending one does not load the page anew. */
export type FormComponent = (props: FormProps) => ReactNode;

type Props = {
  Form: FormComponent;
  /** what is searched for now */
  value: string;
  label: string;
  placeholder: string;
  button: string;
};

/** Searches a list: what is typed becomes `q` in the address. */
export function SearchForm({ Form, value, label, placeholder, button }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <Form method="get">
      <InlineStack gap="200" wrap={false} blockAlign="center">
        <div style={{ flex: 1, minInlineSize: 0 }}>
          <TextField
            type="search"
            name="q"
            label={label}
            labelHidden
            placeholder={placeholder}
            value={text}
            onChange={setText}
            autoComplete="off"
            maxLength={254}
            clearButton
            onClearButtonClick={() => setText("")}
          />
        </div>
        <Button submit>{button}</Button>
      </InlineStack>
    </Form>
  );
}
