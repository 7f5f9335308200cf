import type { HTMLInputTypeAttribute, ReactNode } from "react";

/** A plain form: the browser sends it, no JavaScript needed. `hidden` travels along unseen. */
export function StorefrontForm(props: {
  action: string;
  hidden?: Record<string, string>;
  children: ReactNode;
  multipart?: boolean;
}) {
  return (
    <form
      className="aftercare-form"
      method="post"
      action={props.action}
      noValidate
      {...(props.multipart ? { encType: "multipart/form-data" } : {})}
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}

type Described = {
  /** unique on the page; ErrorSummary links to it */
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

type FieldProps = Described & {
  type?: HTMLInputTypeAttribute;
  value?: string;
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "email";
  maxLength?: number;
  required?: boolean;
  /** many rows make it a text area */
  rows?: number;
  /** "auto" lets what is typed decide its direction */
  dir?: "auto" | "ltr";
  /** narrow: for codes and quantities */
  short?: boolean;
};

/** A labelled field. Its hint and error are read out with it. */
export function Field(props: FieldProps) {
  const { id, name, rows, value, error } = props;
  const common = {
    id,
    name,
    defaultValue: value,
    dir: props.dir ?? "auto",
    required: props.required,
    maxLength: props.maxLength,
    autoComplete: props.autoComplete,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": describedBy(props),
  };
  return (
    <div className={`aftercare-field${props.short ? " aftercare-field-short" : ""}`}>
      <label htmlFor={id}>{props.label}</label>
      <Hints {...props} />
      {rows ? (
        <textarea {...common} rows={rows} />
      ) : (
        <input {...common} type={props.type ?? "text"} inputMode={props.inputMode} />
      )}
    </div>
  );
}

/** A labelled choice from a list; `empty` is shown while nothing is chosen. */
export function SelectField(
  props: Described & { options: { value: string; label: string }[]; value?: string; empty?: string },
) {
  return (
    <div className="aftercare-field">
      <label htmlFor={props.id}>{props.label}</label>
      <Hints {...props} />
      <select
        id={props.id}
        name={props.name}
        defaultValue={props.value ?? ""}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One box to tick, its label beside it. */
export function CheckField(props: Described & { value?: string; checked?: boolean }) {
  return (
    <div className="aftercare-check">
      <input
        type="checkbox"
        id={props.id}
        name={props.name}
        value={props.value ?? "on"}
        defaultChecked={props.checked}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
      />
      <label htmlFor={props.id}>{props.label}</label>
      <Hints {...props} />
    </div>
  );
}

const describedBy = ({ id, hint, error }: Described) =>
  [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;

const Hints = ({ id, hint, error }: Described) => (
  <>
    {hint && (
      <p className="aftercare-hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p className="aftercare-error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </>
);

/** The form's main button, or with `quiet` one that does not shout. */
export const Submit = (props: { children: ReactNode; quiet?: boolean; name?: string; value?: string }) => (
  <button
    type="submit"
    className={`aftercare-button${props.quiet ? " aftercare-button-quiet" : ""}`}
    name={props.name}
    value={props.value}
  >
    {props.children}
  </button>
);

/** A link that looks like the main button. */
export const ButtonLink = (props: { href: string; children: ReactNode; quiet?: boolean }) => (
  <a className={`aftercare-button${props.quiet ? " aftercare-button-quiet" : ""}`} href={props.href}>
    {props.children}
  </a>
);

/**
 * What to mend before the form can be taken, above the form. Takes the focus when the page opens, so that a
 * screen reader reads it first; each line leads to its field.
 */
export function ErrorSummary(props: { title: string; errors?: { fieldId: string; message: string }[] }) {
  const errors = props.errors ?? [];
  return (
    // biome-ignore lint/a11y/noAutofocus: the answer to a form that was just sent is what the reader waits for
    <div className="aftercare-notice aftercare-notice-error" role="alert" tabIndex={-1} autoFocus>
      <p className="aftercare-notice-title">{props.title}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ fieldId, message }) => (
            <li key={fieldId}>
              <a href={`#${fieldId}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
