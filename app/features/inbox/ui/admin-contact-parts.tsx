import { Banner } from "@shopify/polaris";
import type { ConversationView, MessageView } from "../staff-queries.server";
import { contactStaffWords as words } from "../words/contact-staff";

/** Says of an address from a form that nobody knows whose it is. */
export const Unverified = ({ conversation }: { conversation: ConversationView }) =>
  conversation.verified ? null : (
    <Banner tone="warning" title={words.unverifiedTitle}>
      <p>{words.unverified}</p>
    </Banner>
  );

/** How well the shopper found it solved, and what they wrote about that. */
export function Rated({ conversation }: { conversation: ConversationView }) {
  const { rating, effort, ratingComment } = conversation;
  if (rating === null && effort === null) return null;
  const isGood = rating === null ? (effort ?? 0) >= 5 : rating === 1;
  const title = rating === null ? words.rated.effort(effort ?? 0) : words.rated[rating === 1 ? "yes" : "no"];
  return (
    <Banner tone={isGood ? "success" : "warning"} title={title}>
      {ratingComment && (
        <div className="admin-message-text" dir="auto">
          {ratingComment}
        </div>
      )}
    </Banner>
  );
}

/** The photos that came with a form. */
export const MessagePhotos = ({ message }: { message: MessageView }) => (
  <Pictures pictures={message.photos.map((href, at) => ({ href, label: words.photo(at + 1) }))} />
);

/** Pictures, small; each opens by itself. */
export const Pictures = ({ pictures }: { pictures: { href: string; label: string }[] }) =>
  pictures.length === 0 ? null : (
    <ul className="admin-photos">
      {pictures.map(({ href, label }) => (
        <li key={href}>
          <a href={href} target="_blank" rel="noreferrer" aria-label={label}>
            <img src={href} alt="" loading="lazy" width={64} height={64} />
          </a>
        </li>
      ))}
    </ul>
  );
