import { ButtonLink } from "~/ui/storefront/form";
import { Section } from "~/ui/storefront/page";
import { AddressBlock, Code } from "~/ui/storefront/parts";
import type { ReturnDetail } from "../queries.server";
import { travels } from "../request-steps";
import type { ShopperReturn } from "../request-store.server";
import { words } from "../words";
import type { About, Frame } from "./frame";

/** Where a label opens, in each size. */
export type LabelHrefs = { a4: string; letter: string; thermal: string; qr: string | null };

type Props = {
  frame: Frame;
  about: About;
  one: ReturnDetail;
  mine: ShopperReturn;
  labelHrefs: LabelHrefs | null;
  returnTo: string[];
};

/** How the parcel gets to the shop, by the way that was chosen. Nothing when nothing has to be sent. */
export function SendingPart(props: Props) {
  const { frame, one, mine, returnTo } = props;
  const says = words(frame.locale).status;
  if (!mine.lines.some((line) => travels(line.outcome))) return null;
  if (mine.method === "label" || mine.method === "address") return <LabelPart {...props} />;
  if (mine.method === "qr") return <CarriersCode {...props} />;
  const { title, text } = says.ways[mine.method];
  return (
    <Section id="aftercare-way" title={title} card>
      <p>{text}</p>
      {mine.method === "store" && mine.qr && <QrSymbol matrix={mine.qr} name={one.rma} />}
      <p>
        <strong>
          <Code>{one.rma}</Code>
        </strong>
      </p>
      <AddressBlock lines={returnTo} />
    </Section>
  );
}

/** The carrier's own code, and its label for who would rather print; the label alone where it gave no code. */
function CarriersCode(props: Props) {
  const says = words(props.frame.locale).status.ways.qr;
  const code = props.labelHrefs?.qr;
  return (
    <>
      {code && (
        <Section id="aftercare-way" title={says.title} card>
          <p>{says.text}</p>
          <p>
            <img className="aftercare-qr" src={code} alt={says.title} width={300} />
          </p>
          <p className="aftercare-actions">
            <ButtonLink href={code} quiet>
              PNG
            </ButtonLink>
          </p>
        </Section>
      )}
      <LabelPart {...props} />
    </>
  );
}

/** Clear space around a QR symbol, in modules (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;

/** A QR symbol, dark on white whatever the theme's colours are: only so do scanners read it. */
function QrSymbol({ matrix, name }: { matrix: NonNullable<ShopperReturn["qr"]>; name: string }) {
  const side = matrix.size + 2 * QUIET;
  const dark = matrix.strokes
    .map(({ row, column, length }) => `M${column + QUIET} ${row + QUIET}h${length}v1h-${length}z`)
    .join("");
  return (
    <svg
      className="aftercare-qr"
      viewBox={`0 0 ${side} ${side}`}
      width={200}
      height={200}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}h-${side}z`} />
      <path fill="#000" d={dark} />
    </svg>
  );
}

function LabelPart({ frame, about, one, labelHrefs: hrefs }: Props) {
  const says = words(frame.locale).status;
  const here = frame.href("/return", { t: about.token, o: about.orderId, r: one.id });
  return (
    <Section id="aftercare-label" title={says.label} card>
      {hrefs ? (
        <>
          <p>{says.labelText}</p>
          <p className="aftercare-actions">
            <ButtonLink href={hrefs.a4}>{says.sizes.a4}</ButtonLink>
            <ButtonLink href={hrefs.letter} quiet>
              {says.sizes.letter}
            </ButtonLink>
            <ButtonLink href={hrefs.thermal} quiet>
              {says.sizes.thermal}
            </ButtonLink>
          </p>
          <h3>{says.pack}</h3>
          <ol>
            {says.packing.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      ) : (
        <>
          <p>{says.making}</p>
          <p>
            <ButtonLink href={here} quiet>
              {says.reload}
            </ButtonLink>
          </p>
        </>
      )}
    </Section>
  );
}
