import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData, useNavigation, useRevalidator, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { loadBackTest } from "~/features/notifications/delay-back-test-store.server";
import { askForBackTest } from "~/features/notifications/run-back-test.server";
import { AdminBackTest } from "~/features/notifications/ui/admin-back-test";
import { useFresh } from "~/ui/admin/use-fresh";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return { test: await shop.transact(loadBackTest), mayRun: staff.may("write_orders") };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_orders");
  await askForBackTest(shop);
  return redirect("/app/deliveries/back-test");
};

export default function DeliveriesBackTest() {
  const { test, mayRun } = useLoaderData<typeof loader>();
  const submit = useSubmit();
  useFresh(test?.state === "running", useRevalidator().revalidate);
  return (
    <AdminBackTest
      test={test}
      mayRun={mayRun}
      busy={useNavigation().state === "submitting"}
      onRun={() => submit({}, { method: "post" })}
    />
  );
}
