import { Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text } from "@shopify/polaris";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { FormComponent } from "~/ui/admin/search-form";
import type { RefusalCode } from "~/values/result";
import type { Action } from "../automation/actions";
import { withMacroAt } from "../automation/insert-text";
import type { Draft, Present } from "../desk-store.server";
import type { StaffMember } from "../people";
import type { ConversationView } from "../staff-queries.server";
import { callable } from "../teams/team";
import { mailOutWords } from "../words/mail-out-staff";
import { staffWords } from "../words/staff";
import { AdminMacros } from "./automation/admin-macros";
import { useMacros } from "./automation/use-macros";
import { AdminMailOut } from "./mail-out/admin-mail-out";
import { placeIn, useEnclosing } from "./mail-out/use-enclosing";
import { useMailOut } from "./mail-out/use-mail-out";
import { MentioningField } from "./mentioning-field";
import { useDesk } from "./use-desk";
import { useSuggestions } from "./use-suggestions";
import { WarnedForm } from "./warned-form";

const words = staffWords.composer;

/** What came of the last thing that was done on this page. */
export type Answer = {
  intent: string;
  refused: RefusalCode | null;
  text: string;
  /** what macros wanted done with an answer that was sent, and was not */
  notDone?: Action[];
  /** names with "@" in a note that was added, by which nobody could be called */
  uncalled?: string[];
};

/** New for every time it is asked; `text` is put in beside what is there. */
export type AskedToWrite = { isNote: boolean; macro?: true; text?: string } | null;

const FIELD = "composer-text";

type Props = {
  conversation: ConversationView;
  mayAct: boolean;
  requestKey: string;
  answer: Answer | null;
  draft: Draft | null;
  others: Present[];
  me: StaffMember;
  staff: readonly StaffMember[];
  teams: readonly { id: string; name: string }[];
  /** a key asked for an answer or a note to be written, or for the list of macros */
  asked: AskedToWrite;
  busy: boolean;
  Form: FormComponent;
};

/** Where staff write: an answer to the shopper, or a note for each other. What is typed is never lost. */
export function AdminComposer(props: Props) {
  const { conversation, mayAct, requestKey, answer, busy, me, staff, teams, Form } = props;
  const { others, write } = useDesk(conversation.id, props.others);
  const [isNote, setIsNote] = useState(answer ? answer.intent === "note" : (props.draft?.isNote ?? false));
  const [text, setText] = useDraft(conversation.id, answer, props.draft?.text ?? "", (next) =>
    write({ isNote, text: next }),
  );
  const [isWarned, setWarned] = useState(false);
  const desk = useMailOut(
    conversation.id,
    `${conversation.lastMessageId} ${conversation.participants}`,
    answer,
  );
  const macros = useMacros(conversation.id, conversation.locale, answer);
  const suggestions = useSuggestions(conversation.id, conversation.lastMessageId, conversation.tags);
  const typed = useRef(text);
  typed.current = text;
  const enclosing = useEnclosing(desk, FIELD, text, setText);
  const typing = others.filter((one) => one.isTyping).map(({ name }) => name);
  const mustWarn = !isNote && typing.length > 0 && !isWarned;
  const [seen, setSeen] = useState(conversation.lastMessageId);
  const isWritten = answer?.intent === "reply" || answer?.intent === "note";
  const refused = useRefusal(isWritten ? answer : null, busy);
  const isTold = refused === "inbox.alreadySent";
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once an answer and its page have arrived
  useEffect(() => {
    // After our own message, and after being told of somebody else's, the page shows all there is.
    if (isWritten && !busy) setSeen(conversation.lastMessageId);
  }, [answer, busy]);
  const isTakenBack = answer?.intent === "takeBack" && !answer.refused && !busy;
  useEffect(() => {
    // The button that was pressed is gone: whoever takes an answer back goes on writing it.
    if (isTakenBack) document.getElementById(FIELD)?.focus();
  }, [isTakenBack]);
  useEffect(() => {
    // Who has not begun to write answers to what is on the page.
    if (text === "") setSeen(conversation.lastMessageId);
  }, [text, conversation.lastMessageId]);
  const { asked } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time it is asked
  useEffect(() => {
    if (!asked) return;
    setIsNote(asked.isNote);
    if (asked.text) setText(withMacroAt(typed.current, asked.text, placeIn(FIELD)));
    document.getElementById(FIELD)?.focus();
  }, [asked]);
  useEffect(() => {
    if (typing.length === 0 || text === "") setWarned(false);
  }, [typing.length, text]);
  useEffect(() => {
    // The sentence stands there and says so: what comes now is above it, too.
    if (isTold) setSeen(conversation.lastMessageId);
  }, [isTold, conversation.lastMessageId]);
  if (!mayAct) return <Banner>{words.readOnly}</Banner>;
  const isAnyway = !isNote && typing.length > 0 && isWarned;
  const hasFiles = !isNote && (desk.mailOut?.files.length ?? 0) > 0;
  const isEmpty = text.trim() === "" && !hasFiles;
  const mayNot = isEmpty || (!isNote && desk.isBusy);
  const colleagues = staff.filter(({ id }) => id !== me.id);
  const isBehind = !isNote && seen !== conversation.lastMessageId;
  return (
    <Card>
      <div {...(isNote ? {} : enclosing.drop)}>
        <WarnedForm Form={Form} mustWarn={mustWarn} onWarn={() => setWarned(true)}>
          <input type="hidden" name="intent" value={isNote ? "note" : "reply"} />
          <input type="hidden" name="requestKey" value={requestKey} />
          {!isNote && <input type="hidden" name="seen" value={seen ?? ""} />}
          <Others others={others} />
          <BlockStack gap="300">
            <KindChoice isNote={isNote} onChoose={setIsNote} />
            {refused && (
              <Banner tone="warning">
                {staffWords.refused[refused] ?? mailOutWords.refused[refused] ?? staffWords.refusedOther}
              </Banner>
            )}
            {isBehind && !refused && (
              <Banner action={{ content: words.gotIt, onAction: () => setSeen(conversation.lastMessageId) }}>
                {words.newer}
              </Banner>
            )}
            {isAnyway && (
              <Banner tone="warning">
                <p role="alert">{words.anotherTypes(typing.join(", "))}</p>
              </Banner>
            )}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for what the buttons below do */}
            <div onKeyDown={(event) => mayNot || sendOnCtrlEnter(event)} {...(isNote ? {} : enclosing.paste)}>
              <MentioningField
                id={FIELD}
                label={words.label}
                value={text}
                people={isNote ? callable(colleagues, teams) : null}
                onChange={setText}
                helpText={helpText(conversation.email, isNote)}
              />
              <div aria-live="polite">
                {!!answer?.uncalled?.length && <Text as="p">{words.mention.nobody(answer.uncalled)}</Text>}
              </div>
            </div>
            {!isNote && (
              <AdminMacros
                macros={macros}
                suggested={suggestions.macros}
                asked={asked?.macro ? asked : null}
                notDone={answer?.notDone ?? []}
                onInsert={(said) => setText(withMacroAt(typed.current, said, placeIn(FIELD)))}
              />
            )}
            {!isNote && <AdminMailOut desk={desk} enclosing={enclosing} />}
            <InlineStack gap="300" blockAlign="center">
              <Button submit variant="primary" loading={busy} disabled={mayNot}>
                {isNote ? words.save : isAnyway ? words.sendAnyway : words.send}
              </Button>
              <Text as="span" tone="subdued">
                {words.hint}
              </Text>
            </InlineStack>
          </BlockStack>
        </WarnedForm>
      </div>
    </Card>
  );
}

const helpText = (email: string, isNote: boolean) =>
  isNote ? words.noteHelp : email ? words.replyTo(email) : words.noAddress;

const KindChoice = ({ isNote, onChoose }: { isNote: boolean; onChoose(isNote: boolean): void }) => (
  <fieldset aria-label={words.kind} style={{ border: 0, margin: 0, padding: 0 }}>
    <ButtonGroup variant="segmented">
      <Button pressed={!isNote} onClick={() => onChoose(false)}>
        {words.reply}
      </Button>
      <Button pressed={isNote} onClick={() => onChoose(true)}>
        {words.note}
      </Button>
    </ButtonGroup>
  </fieldset>
);

/** Who else is here: said as they come, to those who hear the page too. */
const Others = ({ others }: { others: Present[] }) => (
  <div aria-live="polite" className="admin-others">
    {others.map(({ staffId, name, isTyping }) => (
      <Text key={staffId} as="p" tone="subdued">
        {isTyping ? words.isTyping(name) : words.isLooking(name)}
      </Text>
    ))}
  </div>
);

function sendOnCtrlEnter(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  field.form?.requestSubmit();
}

/**
 * What is being typed. It outlives a refusal, a page that had to be loaded again (kept in this tab's own storage)
 * and the tab itself (`kept`, from the server, which hears of every change by `onChange`); it is forgotten once it
 * was sent.
 */
function useDraft(
  conversationId: string,
  answer: Answer | null,
  kept: string,
  onChange: (text: string) => void,
): [string, (text: string) => void] {
  const place = `aftercare-draft:${conversationId}`;
  const [text, setText] = useState(answer?.refused ? answer.text : kept);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    const typed = storage()?.getItem(place);
    if (typed) setText((now) => now || typed);
  }, [place]);
  useEffect(() => {
    if (answer?.intent === "takeBack" && !answer.refused) return setText(answer.text);
    const isSent = answer && !answer.refused && (answer.intent === "reply" || answer.intent === "note");
    if (!isSent) return;
    storage()?.removeItem(place);
    setText("");
    tell.current(""); // what was still to be saved is out of date
  }, [answer, place]);
  const change = (next: string) => {
    setText(next);
    onChange(next);
    if (next === "") storage()?.removeItem(place);
    else storage()?.setItem(place, next);
  };
  return [text, change];
}

/**
 * Why the last thing was not sent, until something else is: the page is read again whenever something happens, and
 * forgets what came of it then.
 */
function useRefusal(answer: Answer | null, busy: boolean): RefusalCode | null {
  const [refused, setRefused] = useState(answer?.refused ?? null);
  useEffect(() => {
    if (busy) setRefused(null);
  }, [busy]);
  useEffect(() => {
    if (answer) setRefused(answer.refused);
  }, [answer]);
  return refused;
}

/** A frame may be denied storage; then drafts live as long as the page. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
