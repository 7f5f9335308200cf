import { type ComponentType, createContext, type ReactNode, useContext } from "react";

/** What Polaris hands to a link. */
export type LinkProps = {
  url: string;
  children?: ReactNode;
  external?: boolean;
  target?: string;
  className?: string;
};

const PlainLink = ({ url, children, className }: LinkProps) => (
  <a href={url} className={className}>
    {children}
  </a>
);

const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink);
export const LinkProvider = LinkContext.Provider;

/** A link without Polaris's look, followed as the router follows them. */
export function PlainAppLink(props: LinkProps) {
  const Link = useContext(LinkContext);
  return <Link {...props} />;
}
