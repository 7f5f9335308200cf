import { describe, expect, it } from "vitest";
import { countMail } from "~/doors/mail-limits";

describe("what one network address may take of the mail door", () => {
  it("counts connections while they are open, each address for itself", () => {
    const limits = countMail({ connections: 2, mailsAMinute: 1 });
    expect(["a", "a", "a", "b"].map(limits.connect)).toEqual([true, true, false, true]);
    limits.leave("a");
    expect([limits.connect("a"), limits.connect("a")]).toEqual([true, false]);
  });

  it("counts mails anew each minute", () => {
    const limits = countMail({ connections: 1, mailsAMinute: 2 });
    const at = (now: number, address = "a") => limits.mail(address, now);
    expect([at(1_000), at(2_000), at(59_999), at(3_000, "b")]).toEqual([true, true, false, true]);
    expect([at(60_000), at(61_000), at(62_000)]).toEqual([true, true, false]);
  });
});
