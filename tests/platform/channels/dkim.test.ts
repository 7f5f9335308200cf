import { describe, expect, it } from "vitest";
import {
  type Answered,
  judgeDmarc,
  judgeKey,
  judgeSpf,
  keyName,
  keyRecord,
} from "~/platform/channels/email/dkim";

describe("the key in the DNS", () => {
  it("stands under its selector", () =>
    expect(keyName("aftercare-abc", "fern.example")).toBe("aftercare-abc._domainkey.fern.example"));

  const cases: [string, Answered, string][] = [
    ["as we gave it", [keyRecord("KEY")], "right"],
    ["without a version, which is the default", ["p=KEY"], "right"],
    ["cut into pieces with spaces between", ["v=DKIM1; k=rsa; p=K E\tY"], "right"],
    ["in a test (t=y)", ["v=DKIM1; t=y; p=KEY"], "right"],
    ["among records of others", ["google-site-verification=abc", keyRecord("KEY")], "right"],
    ["another key", [keyRecord("OTHER")], "wrong"],
    ["revoked", ["v=DKIM1; p="], "wrong"],
    ["of another kind", ["v=DKIM1; k=ed25519; p=KEY"], "wrong"],
    ["for SHA-1 only", ["v=DKIM1; h=sha1; p=KEY"], "wrong"],
    ["of a version to come", ["v=DKIM2; p=KEY"], "wrong"],
    ["with a tag twice", ["v=DKIM1; p=KEY; p=KEY"], "wrong"],
    ["two keys", [keyRecord("KEY"), keyRecord("OLD")], "several"],
    ["something else", ["hello"], "wrong"],
    ["nothing", [], "missing"],
    ["silence", null, "unknown"],
  ];
  it.each(cases)("%s", (_what, answered, finding) => expect(judgeKey(answered, "KEY")).toBe(finding));
});

describe("SPF", () => {
  const cases: [Answered, string | null, string][] = [
    [["v=spf1 include:spf.ours.example ~all"], "spf.ours.example", "right"],
    [["v=spf1 +include:SPF.OURS.example -all", "x"], "spf.ours.example", "right"],
    [["v=spf1 include:evil-spf.ours.example ~all"], "spf.ours.example", "wrong"],
    [["v=spf1 -include:spf.ours.example ~all"], "spf.ours.example", "wrong"],
    [["v=spf1 -all"], null, "right"],
    [["v=spf10 a"], null, "missing"],
    [["v=spf1 a", "v=spf1 mx"], null, "several"],
    [null, null, "unknown"],
  ];
  it.each(cases)("%j with %s: %s", (answered, include, finding) =>
    expect(judgeSpf(answered, include)).toBe(finding));
});

describe("DMARC", () => {
  const cases: [Answered, string][] = [
    [["v=DMARC1; p=none"], "right"],
    [["v=DMARC1;p=reject;rua=mailto:x@y.example"], "right"],
    [["v=DMARC1; p=maybe"], "wrong"],
    [["v=DMARC1"], "wrong"],
    [["p=none; v=DMARC1"], "missing"],
    [["v=DMARC1; p=none", "v=DMARC1; p=reject"], "several"],
    [[], "missing"],
    [null, "unknown"],
  ];
  it.each(cases)("%j: %s", (answered, finding) => expect(judgeDmarc(answered)).toBe(finding));
});
