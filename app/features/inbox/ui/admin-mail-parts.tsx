import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { readableSize } from "~/ui/admin/readable-size";
import type { MailPage } from "../mail-parts.server";
import type { MessageFileView, MessageView } from "../staff-queries.server";
import { mailOutWords } from "../words/mail-out-staff";
import { staffWords } from "../words/staff";
import { Pictures } from "./admin-contact-parts";
import { downloadFile } from "./download-mail";

const words = staffWords.page;

/** What came with a mail: its pictures small, those among its words too, and each file to be saved. */
export function MessageFiles({ message }: { message: MessageView }) {
  const pictures = message.files.flatMap((file) =>
    file.href ? [{ href: file.href, label: mailOutWords.files.picture(nameOf(file)) }] : [],
  );
  const files = message.files.filter(({ isInline, href }) => !isInline && !href);
  return (
    <>
      <Pictures pictures={pictures} />
      {files.length > 0 && (
        <ul aria-label={words.files} className="admin-message-files">
          {files.map((file) => (
            <li key={file.place}>
              <Button size="slim" onClick={() => void downloadFile(message.id, file.place, nameOf(file))}>
                {words.fileOf(nameOf(file), readableSize(file.size))}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const nameOf = (file: MessageFileView) => file.name ?? words.unnamedFile;

type Shown = { page: MailPage } | "failed" | null;

/**
 * The mail as its sender designed it, on request. The frame runs nothing and fetches nothing: its policy says so
 * once more, whatever the cleaning missed.
 */
export function MailAsSent({ message }: { message: MessageView }) {
  const [shown, setShown] = useState<Shown>(null);
  const [busy, setBusy] = useState(false);
  const show = async (withPictures = false) => {
    setBusy(true);
    const page = `/app/inbox/message/${encodeURIComponent(message.id)}/page${withPictures ? "?pictures" : ""}`;
    const answer = await fetch(page).catch(() => null);
    setShown(answer?.ok ? { page: (await answer.json()) as MailPage } : "failed");
    setBusy(false);
  };
  if (shown === null)
    return (
      <Button variant="plain" loading={busy} onClick={() => void show()}>
        {words.asSent}
      </Button>
    );
  return (
    <div className="admin-mail">
      <BlockStack gap="200">
        {shown === "failed" ? (
          <Text as="p" tone="critical">
            {words.asSentFailed}
          </Text>
        ) : (
          <>
            {shown.page.remotePictures > 0 && (
              <InlineStack gap="200" blockAlign="center">
                <Text as="p" tone="subdued">
                  {words.remotePictures(shown.page.remotePictures)}
                </Text>
                <Button size="slim" loading={busy} onClick={() => void show(true)}>
                  {mailOutWords.showPictures}
                </Button>
              </InlineStack>
            )}
            <iframe
              title={words.asSentTitle}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={framed(shown.page.html)}
              className="admin-mail-frame"
            />
          </>
        )}
        <InlineStack>
          <Button variant="plain" onClick={() => setShown(null)}>
            {words.asText}
          </Button>
        </InlineStack>
      </BlockStack>
    </div>
  );
}

/** Pictures from elsewhere come from us, at their own place, and from nowhere else. */
const policy = () =>
  `default-src 'none'; img-src data: ${window.location.origin}/mail-picture/; style-src 'unsafe-inline'`;

const framed = (html: string) =>
  `<!doctype html><html dir="auto"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="${policy()}"><style>body{font:14px/1.5 system-ui,sans-serif;margin:8px;overflow-wrap:anywhere}img{max-width:100%;height:auto}</style></head><body>${html}</body></html>`;
