import { Button, InlineStack, Link, Spinner, Text } from "@shopify/polaris";
import { XSmallIcon } from "@shopify/polaris-icons";
import { useRef } from "react";
import { readableSize } from "~/ui/admin/readable-size";
import { ENCLOSED_ENDINGS } from "../../mail-out/file-kinds";
import type { EnclosedView } from "../../mail-out/mail-out-view.server";
import type { MessageView } from "../../staff-queries.server";
import { mailOutWords } from "../../words/mail-out-staff";
import type { Enclosing } from "./use-enclosing";
import type { MailOutDesk } from "./use-mail-out";

const words = mailOutWords.files;

type Props = { desk: MailOutDesk; enclosing: Enclosing };

/** The files that go with an answer, and where more are chosen. */
export function AdminEnclosed({ desk, enclosing }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const files = desk.mailOut?.files ?? [];
  return (
    <div>
      {files.length > 0 && (
        <ul className="admin-enclosed" aria-label={words.label}>
          {files.map((file) => (
            <li key={file.id}>
              <Preview file={file} />
              <span className="admin-enclosed-name">{whereOf(file, enclosing)}</span>
              <Button
                variant="tertiary"
                icon={XSmallIcon}
                accessibilityLabel={words.remove(file.name)}
                onClick={() => enclosing.remove(file)}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={words.add}
        accept={ENCLOSED_ENDINGS.map((ending) => `.${ending}`).join()}
        onChange={({ target }) => {
          void enclosing.give([...(target.files ?? [])], "beside");
          target.value = ""; // the same file can be chosen again
        }}
      />
      <InlineStack gap="200" blockAlign="center">
        <Button size="slim" onClick={() => chooser.current?.click()}>
          {words.add}
        </Button>
        {desk.isBusy ? (
          <Spinner size="small" accessibilityLabel={words.adding} />
        ) : (
          <Text as="span" tone="subdued">
            {words.drop}
          </Text>
        )}
      </InlineStack>
    </div>
  );
}

/** What it is, and where a picture will stand. */
function whereOf(file: EnclosedView, { isPlaced }: Enclosing): string {
  if (!file.isInline) return sized(file);
  return isPlaced(file) ? words.inText(file.name) : words.afterText(file.name);
}

const sized = ({ name, size }: EnclosedView) => words.size(name, readableSize(size));

/** A picture, small; it opens by itself. */
const Preview = ({ file }: { file: EnclosedView }) =>
  file.contentType.startsWith("image/") ? (
    <a href={file.href} target="_blank" rel="noreferrer" aria-label={words.picture(file.name)}>
      <img src={file.href} alt="" loading="lazy" width={40} height={40} />
    </a>
  ) : null;

/** The files that went with an answer; pictures of its text are shown in it. */
export function MessageEnclosed({ message }: { message: MessageView }) {
  const files = message.enclosed.filter(({ isInline }) => !isInline);
  if (files.length === 0) return null;
  return (
    <ul className="admin-enclosed" aria-label={words.sent}>
      {files.map((file) => (
        <li key={file.id}>
          <Preview file={file} />
          <Link url={file.href} target="_blank" removeUnderline>
            {sized(file)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
