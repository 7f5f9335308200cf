import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigate, useRevalidator, useSubmit } from "@remix-run/react";
import { useMemo } from "react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { lookedAtList } from "~/features/customers/reading";
import { noteReading } from "~/features/customers/readings-store.server";
import { changeSavedViews } from "~/features/returns/change-saved-views.server";
import { changeViewSchema } from "~/features/returns/saved-views";
import { viewsOf } from "~/features/returns/saved-views-store.server";
import {
  COUNTED_AT_MOST,
  countViews,
  hasReturns,
  returnsPage,
} from "~/features/returns/staff-list-queries.server";
import { AdminReturnList } from "~/features/returns/ui/admin-return-list";
import { openFile } from "~/features/returns/ui/open-file";
import { filterParams, listUrl, readFilter } from "~/features/returns/views";
import { listWords as words } from "~/features/returns/words/staff-list";
import { shopFace } from "~/features/settings/queries.server";
import { pagerUrls } from "~/ui/admin/pager";
import { useToast } from "~/ui/admin/toast";
import { readListQuery } from "~/values/list-query";
import { decimals } from "~/values/money";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_returns");
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const { q: query, after, before } = readListQuery(request.url);
  const filter = readFilter(params);
  return shop.transact(async (tx) => {
    const { profile } = await shopFace(tx);
    const asked = {
      filter,
      query,
      after,
      before,
      timeZone: profile.timeZone,
      decimals: decimals(profile.currency),
    };
    await noteReading(tx, staff, lookedAtList("returns", query));
    const { rows, ...page } = await returnsPage(tx, asked);
    const saved = await viewsOf(tx, staff.id);
    const savedId = saved.find((view) => view.id === params.saved)?.id ?? null;
    const kept = { ...filterParams(filter), q: query, saved: savedId };
    return {
      returns: rows,
      counts: await countViews(tx),
      countedAtMost: COUNTED_AT_MOST,
      filter,
      saved,
      savedId,
      query,
      any: rows.length > 0 || (await hasReturns(tx)),
      may: { returns: staff.may("write_returns") },
      now: tx.now,
      ...pagerUrls(page, "/app/returns", kept),
    };
  });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_returns");
  const form = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const asked = changeViewSchema.safeParse(form);
  if (!asked.success)
    return data(
      { message: words.saved.refused["input.invalid"] ?? "", isError: true },
      statusOf["input.invalid"],
    );
  const done = await changeSavedViews(shop, asked.data, staff.id);
  const { intent } = asked.data;
  if (!done.ok) {
    const { code } = done.refusal;
    return data({ message: words.saved.refused[code] ?? code, isError: true }, statusOf[code]);
  }
  if (intent === "saveView") {
    const filter = readFilter(Object.fromEntries(new URLSearchParams(asked.data.filter)));
    return redirect(listUrl(filter, { saved: done.value.id }));
  }
  if (intent === "deleteView") return redirect("/app/returns");
  return data({ message: words.saved.done[intent], isError: false });
};

export default function Returns() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submit = useSubmit();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  useToast(useMemo(() => answer ?? null, [answer]));
  return (
    <AdminReturnList
      {...shown}
      key={listUrl(shown.filter, { q: shown.query, saved: shown.savedId ?? "" })}
      Form={Form}
      onGo={(url) => navigate(url)}
      onView={(fields) => submit(fields, { method: "post" })}
      bulk={{
        decide: async (step, ids) => {
          const body = new URLSearchParams({ ...step, ids: ids.join(",") });
          const said = await fetch("/app/returns/bulk", { method: "post", body });
          return said.ok ? ((await said.json()) as { answers: [] }).answers : [];
        },
        print: (ids) => openFile(`/app/returns/labels?ids=${ids.join(",")}`, "return-labels.pdf"),
        onChanged: revalidate,
      }}
    />
  );
}
