import type { ReactNode } from "react";
import { Typed } from "~/ui/storefront/parts";
import type { RequestLine } from "../request-view";

type HeadProps = { line: RequestLine; children?: ReactNode };

/** Which thing a part of the page is about: picture, name, version. */
export const LineHead = ({ line, children }: HeadProps) => (
  <div className="aftercare-line-head">
    {line.imageUrl && <img src={line.imageUrl} alt="" width={64} height={64} loading="lazy" />}
    <div>
      <p className="aftercare-item-title">
        <Typed>{line.title}</Typed>
      </p>
      <div className="aftercare-quiet">
        {line.variantTitle && (
          <div>
            <Typed>{line.variantTitle}</Typed>
          </div>
        )}
        {children}
      </div>
    </div>
  </div>
);

type RadioProps = {
  id: string;
  name: string;
  value: string;
  checked: boolean;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** shown while it is chosen */
  children?: ReactNode;
};

/** One of several choices, as a box to tap. */
export const Choice = ({ id, name, value, checked, label, hint, disabled, children }: RadioProps) => (
  <div className="aftercare-choice">
    <input type="radio" id={id} name={name} value={value} defaultChecked={checked} disabled={disabled} />
    <label htmlFor={id}>
      <span className="aftercare-choice-title">{label}</span>
      {hint && <span className="aftercare-quiet">{hint}</span>}
    </label>
    {children && <div className="aftercare-choice-more">{children}</div>}
  </div>
);
