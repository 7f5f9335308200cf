import { NoticePage } from "./notice-page";
import { words } from "./words";

type Props = { problem: "reconnect" | "shopifyDown"; reopen: string | null; onRetry: () => void };

/** Shopify did not let us in: what the merchant does about it. */
export function ProblemPage({ problem, reopen, onRetry }: Props) {
  const { title, text } = words[problem];
  const action =
    problem === "reconnect" && reopen
      ? { label: words.reopen, url: reopen, external: true }
      : { label: words.tryAgain, onAction: onRetry };
  return <NoticePage title={title} text={text} action={action} />;
}
