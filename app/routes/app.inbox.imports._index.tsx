import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { useState } from "react";
import { adminWho } from "~/doors/admin.server";
import { listImports } from "~/features/inbox/import/import-store.server";
import { ownAddressesOf } from "~/features/inbox/import/own-addresses.server";
import { rowOf } from "~/features/inbox/import/views";
import { AdminImports, type Chosen } from "~/features/inbox/ui/admin-imports";
import { bringImport } from "~/features/inbox/ui/bring-import";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return shop.transact(async (tx) => ({
    imports: (await listImports(tx)).map(rowOf),
    ownAddresses: (await ownAddressesOf(tx)).join(", "),
    mayAct: staff.may("write_orders"),
  }));
};

export default function Imports() {
  const navigate = useNavigate();
  const [uploaded, setUploaded] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const bring = async (chosen: Chosen) => {
    setRefused(null);
    setUploaded(0);
    const brought = await bringImport(chosen, setUploaded);
    setUploaded(null);
    setRefused(brought.refused);
    if (brought.id) navigate(`/app/inbox/imports/${brought.id}`);
  };
  return (
    <AdminImports
      {...useLoaderData<typeof loader>()}
      uploaded={uploaded}
      refused={refused}
      onBegin={(chosen) => void bring(chosen)}
    />
  );
}
