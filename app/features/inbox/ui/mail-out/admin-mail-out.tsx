import { Banner, BlockStack, Link, Text } from "@shopify/polaris";
import { mailOutWords as words } from "../../words/mail-out-staff";
import { AdminCopies } from "./admin-copies";
import { AdminEnclosed } from "./admin-enclosed";
import type { MailOutDesk, MailOutProblem } from "./use-mail-out";

type Props = {
  desk: MailOutDesk;
  onFiles(files: File[]): void;
};

/** What goes with the answer above: its signature, files, and copies for others. */
export function AdminMailOut({ desk, onFiles }: Props) {
  const { mailOut, problem } = desk;
  return (
    <BlockStack gap="300">
      <input type="hidden" name="files" value={mailOut?.files.map(({ id }) => id).join() ?? ""} />
      {mailOut?.isUnreachable && <Banner tone="warning">{words.unreachable}</Banner>}
      {mailOut && <Signature signature={mailOut.signature} />}
      <AdminEnclosed desk={desk} onFiles={onFiles} />
      {mailOut && <AdminCopies desk={desk} copies={mailOut.copies} offered={mailOut.offered} />}
      {problem && (
        <Banner tone="warning">
          <p role="alert">{sayProblem(problem)}</p>
        </Banner>
      )}
    </BlockStack>
  );
}

const sayProblem = (problem: NonNullable<MailOutProblem>): string =>
  (problem === "failed" ? undefined : words.refused[problem]) ?? words.refusedOther;

const Signature = ({ signature }: { signature: string }) =>
  signature === "" ? (
    <Link url="/app/settings/signature" removeUnderline>
      {words.signature.write}
    </Link>
  ) : (
    <div>
      <Text as="p" tone="subdued">
        {words.signature.follows}{" "}
        <Link url="/app/settings/signature" removeUnderline>
          {words.signature.edit}
        </Link>
      </Text>
      <div className="admin-signature" dir="auto">
        {signature}
      </div>
    </div>
  );
