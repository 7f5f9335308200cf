import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Link,
  Outlet,
  useLoaderData,
  useLocation,
  useNavigate,
  useNavigation,
  useRevalidator,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { type ReactNode, useEffect } from "react";
import { admin, apiKey } from "~/doors/admin.server";
import { readProblem } from "~/doors/admin-problem";
import { shopFace } from "~/features/settings/queries.server";
import { AdminFrame, adminStyles } from "~/ui/admin/frame";
import type { LinkProps } from "~/ui/admin/link";
import { ErrorPage, MissingPage, NoPermission } from "~/ui/admin/notice-page";
import { ProblemPage } from "~/ui/admin/problem-page";
import type { Reader } from "~/ui/admin/reader";
import { UntilThere } from "~/ui/admin/until-there";
import { words } from "~/ui/admin/words";

export const links = () => adminStyles.map((href) => ({ rel: "stylesheet", href }));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop } = await admin(request);
  const { profile } = await shop.transact(shopFace);
  // English, with the order of day and month that the shop's country is used to.
  const locale = profile.address.country ? `en-${profile.address.country}` : "en";
  const reader: Reader = { locale, timeZone: profile.timeZone };
  return { apiKey, reader };
};

/** Nothing here changes while the app is open. */
export const shouldRevalidate = () => false;

export const headers: HeadersFunction = (given) => boundary.headers(given);

/** A link inside the app goes through the router; one that leaves it is a plain one. */
function AppLink({ url, external, children, ...rest }: LinkProps) {
  if (external || !url.startsWith("/"))
    return (
      <a href={url} rel="noreferrer" {...rest} {...(external ? { target: "_blank" } : {})}>
        {children}
      </a>
    );
  return (
    <Link to={url} {...rest}>
      {children}
    </Link>
  );
}

function Frame({ reader, children }: { reader?: Reader | undefined; children: ReactNode }) {
  const navigate = useNavigate();
  const navigation = useNavigation();
  const { pathname } = useLocation();
  const busy = navigation.state !== "idle";
  const coming = navigation.state === "loading" && navigation.location.pathname !== pathname;
  useEffect(() => {
    const follow = (event: Event) => {
      const href = event.target instanceof Element ? event.target.getAttribute("href") : null;
      if (href) navigate(href);
    };
    addEventListener("shopify:navigate", follow);
    return () => removeEventListener("shopify:navigate", follow);
  }, [navigate]);
  useEffect(() => {
    (window as { shopify?: typeof shopify }).shopify?.loading?.(busy);
  }, [busy]);
  return (
    <AdminFrame LinkComponent={AppLink} {...(reader ? { reader } : {})}>
      <UntilThere coming={coming}>{children}</UntilThere>
    </AdminFrame>
  );
}

const Menu = () => (
  <NavMenu>
    <Link to="/app" rel="home">
      {words.menu.home}
    </Link>
    <Link to="/app/inbox">{words.menu.inbox}</Link>
    <Link to="/app/returns">{words.menu.returns}</Link>
    <Link to="/app/orders">{words.menu.orders}</Link>
    <Link to="/app/deliveries">{words.menu.deliveries}</Link>
    <Link to="/app/notifications">{words.menu.notifications}</Link>
    <Link to="/app/lookups">{words.menu.lookups}</Link>
    <Link to="/app/connection">{words.menu.connection}</Link>
    <Link to="/app/settings">{words.menu.settings}</Link>
  </NavMenu>
);

export default function Admin() {
  const { reader } = useLoaderData<typeof loader>();
  return (
    <Frame reader={reader}>
      <Menu />
      <Outlet />
    </Frame>
  );
}

/** Whatever a screen below could not do. The menu stays when it was the screen that failed, not the door. */
export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>("routes/app");
  return (
    <Frame reader={shell?.reader}>
      {shell && <Menu />}
      <Said error={useRouteError()} />
    </Frame>
  );
}

function Said({ error }: { error: unknown }) {
  const { revalidate } = useRevalidator();
  const answer = isRouteErrorResponse(error) ? error : null;
  const problem = readProblem(answer?.data);
  if (problem?.problem === "forbidden" || answer?.status === 403) return <NoPermission />;
  if (problem) return <ProblemPage problem={problem.problem} reopen={problem.reopen} onRetry={revalidate} />;
  if (answer?.status === 404) return <MissingPage />;
  if (answer?.status === 401) return <ProblemPage problem="reconnect" reopen={null} onRetry={revalidate} />;
  return <ErrorPage onRetry={revalidate} />;
}
