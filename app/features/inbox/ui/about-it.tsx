import { Badge, Button } from "@shopify/polaris";
import { tieWords } from "../words/tie-staff";

const words = tieWords.about;

export type AboutProps = {
  orderId: string;
  /** what the conversation is about, as far as somebody said */
  about: { parcelId: string | null; returnId: string | null };
  /** is there anything to choose between? */
  several: boolean;
  mayAct: boolean;
  busy: boolean;
  onDo(form: Record<string, string>): void;
};

type Props = AboutProps & { part: "parcel" | "return"; partId: string; name: string };

/** Beside a parcel or a return of an order: the conversation is about it, or can be said to be. */
export function AboutIt({ part, partId, name, orderId, about, several, mayAct, busy, onDo }: Props) {
  const isIt = (part === "parcel" ? about.parcelId : about.returnId) === partId;
  const say = (id: string) => onDo({ intent: "about", orderId, part, partId: id });
  return (
    <>
      {isIt && <Badge tone="info">{words.isIt}</Badge>}
      {mayAct && (isIt || several) && (
        <Button
          variant="plain"
          disabled={busy}
          accessibilityLabel={isIt ? words.notNamed(name) : words.chooseNamed(name)}
          onClick={() => say(isIt ? "" : partId)}
        >
          {isIt ? words.not : words.choose}
        </Button>
      )}
    </>
  );
}
