import { MOST_PHOTOS } from "../photo-limits";
import type { Question } from "../policy-schema";
import { errorFor } from "../problem-text";
import { questionText } from "../question-texts";
import { type DraftLine, rowOf } from "../request-form";
import type { RequestView } from "../request-view";
import { type ReturnWords, words } from "../words";
import type { Frame } from "./frame";
import { Choice, LineHead } from "./storefront-parts";
import { chosenLines } from "./storefront-request";

type Props = { frame: Frame; view: RequestView };

/** What the policy asks for the reasons that were given: answers and photos. */
export function DetailsPart({ frame, view }: Props) {
  const { request: says, reasons } = words(frame.locale);
  const asked = chosenLines(view).filter(({ asks }) => asks.photos > 0 || asks.questions.length > 0);
  return (
    <>
      <h2>{says.titles.details}</h2>
      {asked.map(({ draft, line, asks }) => (
        <div key={rowOf(draft)} className="aftercare-card">
          <LineHead line={line}>{draft.reason && <div>{reasons[draft.reason]}</div>}</LineHead>
          {asks.questions.map((question) => (
            <QuestionField key={question.id} frame={frame} view={view} draft={draft} question={question} />
          ))}
          {asks.photos > 0 && <Photos frame={frame} view={view} draft={draft} least={asks.photos} />}
        </div>
      ))}
    </>
  );
}

type QuestionProps = Props & { draft: DraftLine; question: Question };

function QuestionField({ frame, view, draft, question }: QuestionProps) {
  const says = words(frame.locale).request;
  const name = `answer-${rowOf(draft)}-${question.id}`;
  const error = errorFor(view, name, frame.locale);
  const answers =
    question.kind === "yesNo"
      ? (["yes", "no"] as const).map((id) => ({ id, text: says.answers[id] }))
      : question.choices.map((choice) => ({ id: choice.id, text: questionText(choice, frame.locale) }));
  return (
    <fieldset
      className="aftercare-choices"
      id={name}
      tabIndex={-1}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend dir="auto">{questionText(question, frame.locale)}</legend>
      {error && (
        <p className="aftercare-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {answers.map((answer) => (
        <Choice
          key={answer.id}
          id={`${name}-${answer.id}`}
          name={name}
          value={answer.id}
          checked={draft.answers[question.id] === answer.id}
          label={<span dir="auto">{answer.text}</span>}
        />
      ))}
    </fieldset>
  );
}

function Photos({ frame, view, draft, least }: Props & { draft: DraftLine; least: number }) {
  const says = words(frame.locale).request.photos;
  const id = rowOf(draft);
  const error = errorFor(view, `photo-${id}`, frame.locale);
  const more = draft.photos.length < MOST_PHOTOS;
  return (
    <div className="aftercare-field">
      <label htmlFor={`photo-${id}`}>{says.label(least)}</label>
      <p className="aftercare-hint" id={`photo-${id}-hint`}>
        {says.hint}
      </p>
      {error && (
        <p className="aftercare-error" id={`photo-${id}-error`}>
          {error}
        </p>
      )}
      <Kept frame={frame} view={view} draft={draft} says={says} />
      {more && (
        <input
          type="file"
          id={`photo-${id}`}
          name={`photo-${id}`}
          // without HEIC here, phones hand over a JPEG
          accept="image/jpeg,image/png,image/webp"
          multiple
          aria-invalid={error ? true : undefined}
          aria-describedby={[`photo-${id}-hint`, error ? `photo-${id}-error` : ""].filter(Boolean).join(" ")}
        />
      )}
    </div>
  );
}

type KeptProps = {
  frame: Frame;
  view: RequestView;
  draft: DraftLine;
  says: ReturnWords["request"]["photos"];
};

/** The photos that are here already, each with a way to take it out. */
function Kept({ frame, view, draft, says }: KeptProps) {
  if (draft.photos.length === 0) return null;
  return (
    <ul className="aftercare-photos">
      {draft.photos.map((token, at) => (
        <li key={token}>
          <img
            src={photoHref(frame, view, token)}
            alt={says.alt(at + 1)}
            width={96}
            height={96}
            loading="lazy"
          />
          <button
            type="submit"
            name="go"
            value={`drop-${rowOf(draft)}-${at}`}
            className="aftercare-button aftercare-button-quiet"
            aria-label={says.remove(at + 1)}
          >
            {says.removeShort}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where a photo that was handed over can be seen. */
const photoHref = (frame: Frame, view: RequestView, token: string): string | undefined => {
  const file = view.photoFiles.get(token);
  return file && frame.href("/photo", { f: file });
};
