import { describe, expect, it } from "vitest";
import { carriers } from "~/platform/carriers/registry";
import { NeverMind } from "~/platform/queue/failures";
import { easyPostTracker, shippoTrack } from "./samples";
import { standIn } from "./stand-in";

const NUMBER = "9400111206206406260787";
const easypostAccount = carriers.easypost.settings.parse({ apiKey: "EZTK-test-key-of-ours" });
const shippoAccount = carriers.shippo.settings.parse({ apiToken: "shippo_test_key_of_ours" });

describe("a parcel is followed", () => {
  it("by EasyPost, under the name it has for the carrier, or none; then only its tracker is read", async () => {
    const tracker = { ask: "POST /v2/trackers", status: 201, body: easyPostTracker };
    const read = { ask: "GET /v2/trackers/trk_e7e8f143", body: easyPostTracker };
    const { wire, asked, close } = await standIn([tracker, read]);
    const { follow, track, nameOf } = carriers.easypost;
    for (const carrier of ["usps", "dhl", null])
      await follow?.(easypostAccount, { carrier: nameOf?.(carrier) ?? "", number: NUMBER }, wire);
    const known = { carrier: "", number: NUMBER, externalId: "trk_e7e8f143" };
    expect(await track(easypostAccount, known, wire)).toMatchObject({ trackingNumber: NUMBER });
    await close();
    expect(asked.map(({ body }) => body)).toEqual([
      { tracker: { tracking_code: NUMBER, carrier: "USPS" } },
      { tracker: { tracking_code: NUMBER } },
      { tracker: { tracking_code: NUMBER } },
      null,
    ]);
  });

  it("by Shippo, which has to know who carries it", async () => {
    const { wire, asked, close } = await standIn([{ ask: "POST /tracks", status: 201, body: shippoTrack }]);
    const { follow, nameOf } = carriers.shippo;
    const parcel = { carrier: nameOf?.("usps") ?? "", number: NUMBER };
    expect(await follow?.(shippoAccount, parcel, wire)).toMatchObject({ trackingNumber: expect.any(String) });
    await expect(follow?.(shippoAccount, { ...parcel, carrier: nameOf?.(null) ?? "" }, wire)).rejects.toThrow(
      NeverMind,
    );
    await close();
    expect(asked).toMatchObject([
      { ask: "POST /tracks", body: { carrier: "usps", tracking_number: NUMBER } },
    ]);
  });
});
