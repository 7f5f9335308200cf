/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { type Line, sendPhotos } from "./ask";
import { changed, errorOf, nameOf, type StepProps } from "./steps";

/** What the policy asks for the reasons that were given: answers and photos. */
export function Details(props: StepProps) {
  const { page, draft } = props;
  return (
    <s-stack gap="base">
      {draft.lines.map((line) => {
        const asks = page.asks[line.orderLineId];
        if (!asks || (asks.photos === 0 && asks.questions.length === 0)) return null;
        return (
          <s-section key={line.orderLineId} heading={nameOf(page, line.orderLineId)}>
            <s-stack gap="base">
              <Questions {...props} line={line} />
              {asks.photos > 0 && <Photos {...props} line={line} least={asks.photos} />}
            </s-stack>
          </s-section>
        );
      })}
    </s-stack>
  );
}

function Questions({ page, draft, change, line }: StepProps & { line: Line }) {
  return (
    <>
      {(page.asks[line.orderLineId]?.questions ?? []).map((question) => {
        const error = errorOf(page, `answer-${line.orderLineId}-${question.id}`);
        return (
          <s-choice-list
            key={question.id}
            label={question.text}
            values={[line.answers[question.id] ?? ""]}
            {...(error ? { error } : {})}
            onChange={(event) =>
              change(
                changed(draft, line.orderLineId, {
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

function Photos({ t, page, draft, change, line, least }: StepProps & { line: Line; least: number }) {
  const [refused, setRefused] = useState(false);
  const id = line.orderLineId;
  const error = refused ? t("photoRefused") : errorOf(page, `photo-${id}`);
  const take = async (files: readonly File[]) => {
    const sent = await sendPhotos(id, files);
    setRefused(sent.refused);
    if (sent.tokens.length > 0) change(changed(draft, id, { photos: [...line.photos, ...sent.tokens] }));
  };
  return (
    <s-stack gap="small-200">
      <s-drop-zone
        label={t("photos", { least })}
        accept="image/jpeg,image/png,image/webp"
        multiple
        {...(error ? { error } : {})}
        onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
      />
      {line.photos.map((token, at) => (
        <s-stack key={token} direction="inline" gap="base">
          <s-text>{t("photo", { at: at + 1 })}</s-text>
          <s-button
            variant="secondary"
            onClick={() => change(changed(draft, id, { photos: line.photos.filter((one) => one !== token) }))}
          >
            {t("takeOut", { at: at + 1 })}
          </s-button>
        </s-stack>
      ))}
    </s-stack>
  );
}
