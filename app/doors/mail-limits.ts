/** How much of the mail door one network address may take. A relay in front of it is one address, too. */
export type MailLimits = { connections: number; mailsAMinute: number };

/** Half of all connections, so that nobody takes them all; ten mails a second. */
export const MAIL_LIMITS: MailLimits = { connections: 50, mailsAMinute: 600 };

const MINUTE_MS = 60_000;

/**
 * Counts connections and mails of each network address, in this process's memory. What is too much is asked to come
 * back later (4xx), so that no mail is lost.
 */
export function countMail({ connections, mailsAMinute }: MailLimits) {
  const open = new Map<string, number>();
  let mails = new Map<string, number>();
  let minute = 0;
  return {
    connect(address: string): boolean {
      const now = open.get(address) ?? 0;
      if (now >= connections) return false;
      open.set(address, now + 1);
      return true;
    },
    leave(address: string): void {
      const left = (open.get(address) ?? 0) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    },
    /** `now`: milliseconds of any clock that only goes forward */
    mail(address: string, now: number): boolean {
      if (Math.floor(now / MINUTE_MS) !== minute) {
        minute = Math.floor(now / MINUTE_MS);
        mails = new Map();
      }
      const count = (mails.get(address) ?? 0) + 1;
      mails.set(address, count);
      return count <= mailsAMinute;
    },
  };
}
