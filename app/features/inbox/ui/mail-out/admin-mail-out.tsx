import { Banner, BlockStack, Link, Text } from "@shopify/polaris";
import { mailOutWords as words } from "../../words/mail-out-staff";
import { AdminCopies } from "./admin-copies";
import { AdminEnclosed } from "./admin-enclosed";
import type { Enclosing } from "./use-enclosing";
import type { MailOutDesk, MailOutProblem } from "./use-mail-out";

type Props = {
  desk: MailOutDesk;
  enclosing: Enclosing;
};

/** What goes with the answer above: its signature, files, and copies for others. */
export function AdminMailOut({ desk, enclosing }: Props) {
  const { mailOut, problem } = desk;
  const said = problem && sayProblem(problem);
  const isOfCopies = problem !== null && OF_COPIES.has(problem);
  return (
    <BlockStack gap="300">
      <input type="hidden" name="files" value={mailOut?.files.map(({ id }) => id).join() ?? ""} />
      {mailOut?.isUnreachable && <Banner tone="warning">{words.unreachable}</Banner>}
      {mailOut && <Signature signature={mailOut.signature} />}
      <AdminEnclosed desk={desk} enclosing={enclosing} />
      {mailOut && (
        <AdminCopies
          desk={desk}
          copies={mailOut.copies}
          offered={mailOut.offered}
          error={isOfCopies ? said : null}
        />
      )}
      {said && !isOfCopies && (
        <Banner tone="warning">
          <p role="alert">{said}</p>
        </Banner>
      )}
    </BlockStack>
  );
}

/** Said beside the address that was typed. */
const OF_COPIES: ReadonlySet<string> = new Set([
  "inbox.ccInvalid",
  "inbox.ccBarred",
  "inbox.ccOurs",
  "inbox.tooManyCc",
]);

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
