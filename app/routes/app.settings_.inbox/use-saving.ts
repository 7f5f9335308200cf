import {
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
  useSubmit,
} from "@remix-run/react";
import { statusOf } from "~/doors/answer";
import { useToast } from "~/ui/admin/toast";
import type { saveInboxSettings } from "./save.server";

/** Who was refused because somebody else saved first sees what that was. */
export const shownAfter = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === statusOf["settings.changedMeanwhile"] || defaultShouldRevalidate;

const NONE: string[] = [];

/** What a screen of the inbox's settings is given to save what is typed in it, and to say what came of that. */
export function useSaving() {
  const answer = useActionData<typeof saveInboxSettings>();
  useToast(answer);
  const submit = useSubmit();
  const { seen } = useLoaderData<{ seen: number }>();
  return {
    problems: answer?.problems ?? NONE,
    changedMeanwhile: answer?.meanwhile ?? false,
    saving: useNavigation().state !== "idle",
    onSave: (draft: object) =>
      submit(draft as never, { method: "post", encType: "application/json", action: `?seen=${seen}` }),
  };
}
