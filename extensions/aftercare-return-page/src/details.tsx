/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { type Line, sendPhotos } from "./ask";
import { changed, errorOf, nameOf, rowOf, type StepProps } from "./steps";

/** What the policy asks for the reasons that were given: answers and photos. */
export function Details(props: StepProps) {
  const { page, draft } = props;
  return (
    <s-stack gap="large">
      {draft.lines.map((line) => {
        const asks = page.asks[rowOf(line)];
        if (!asks || (asks.photos === 0 && asks.questions.length === 0)) return null;
        return (
          <s-section key={rowOf(line)} heading={nameOf(page, line.orderLineId)}>
            <s-stack gap="base">
              <Questions {...props} line={line} />
              {asks.photos > 0 && <Photos {...props} line={line} label={asks.photosLabel} />}
            </s-stack>
          </s-section>
        );
      })}
    </s-stack>
  );
}

function Questions({ page, draft, change, line }: StepProps & { line: Line }) {
  const row = rowOf(line);
  return (
    <>
      {(page.asks[row]?.questions ?? []).map((question) => {
        const error = errorOf(page, `answer-${row}-${question.id}`);
        return (
          <s-choice-list
            key={question.id}
            label={question.text}
            values={[line.answers[question.id] ?? ""]}
            {...(error ? { error } : {})}
            onChange={(event) =>
              change(
                changed(draft, row, {
                  answers: { ...line.answers, [question.id]: event.currentTarget.values?.[0] ?? "" },
                }),
              )
            }
          >
            {question.answers.map((answer) => (
              <s-choice key={answer.id} value={answer.id}>
                {answer.text}
              </s-choice>
            ))}
          </s-choice-list>
        );
      })}
    </>
  );
}

type Sending = { busy: boolean; refused: boolean };

function Photos({ t, page, draft, change, line, label }: StepProps & { line: Line; label: string }) {
  const { says } = page;
  const [sending, setSending] = useState<Sending>({ busy: false, refused: false });
  const row = rowOf(line);
  const error = sending.refused ? says.photoRefused : errorOf(page, `photo-${row}`);
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setSending({ busy: true, refused: false });
    const { tokens, refused } = await sendPhotos(row, files);
    setSending({ busy: false, refused });
    if (tokens.length > 0)
      change((now) => {
        const before = now.lines.find((one) => rowOf(one) === row)?.photos ?? [];
        return changed(now, row, { photos: [...before, ...tokens] });
      });
  };
  return (
    <s-stack gap="small-200">
      <s-drop-zone
        label={label}
        accept="image/jpeg,image/png,image/webp"
        multiple
        {...(error ? { error } : {})}
        onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
      />
      <s-text color="subdued">{says.photosHint}</s-text>
      {sending.busy && <s-spinner accessibilityLabel={t("loading")} />}
      {line.photos.map((token, at) => (
        <s-stack key={token} direction="inline" gap="base" alignItems="center">
          {page.photos[token] && (
            <s-product-thumbnail size="small" src={page.photos[token]} alt={says.photos[at] ?? ""} />
          )}
          {!page.photos[token] && <s-text>{says.photos[at]}</s-text>}
          <s-button
            variant="secondary"
            onClick={() =>
              change(changed(draft, row, { photos: line.photos.filter((one) => one !== token) }))
            }
          >
            {says.removePhotos[at]}
          </s-button>
        </s-stack>
      ))}
    </s-stack>
  );
}
