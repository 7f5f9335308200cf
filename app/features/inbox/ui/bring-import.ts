import { importWords as words } from "../words/import-staff";
import type { Chosen } from "./admin-imports";
import { uploadImport } from "./upload-import";

/** Begins an import, sends its files and has them counted; tells how much is there. Refusals are sentences. */
export async function bringImport(
  { files, ...rest }: Chosen,
  onShare: (share: number) => void,
): Promise<{ id: string | null; refused: string | null }> {
  const said = { ...rest, files: files.map(({ name, size }) => ({ name, size })) };
  const begun = await fetch("/app/inbox/imports/begin", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(said),
  }).catch(() => null);
  const answer = (await begun?.json().catch(() => null)) as {
    id: string | null;
    refused: string | null;
  } | null;
  const id = answer?.id;
  if (!id) return { id: null, refused: words.refused[answer?.refused ?? ""] ?? words.uploadFailed };
  if (!(await uploadImport(id, files, onShare))) {
    // What came so far is no use; another upload may begin.
    await step(id, "giveUp");
    return { id: null, refused: words.uploadFailed };
  }
  return (await step(id, "count")) ? { id, refused: null } : { id: null, refused: words.uploadFailed };
}

const step = async (id: string, name: string): Promise<boolean> => {
  const answer = await fetch(`/app/inbox/imports/${id}/step`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ step: name }),
  }).catch(() => null);
  return answer?.ok === true;
};
