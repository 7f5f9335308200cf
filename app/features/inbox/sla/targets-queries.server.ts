import { shopFace } from "~/features/settings/queries.server";
import type { SlaPolicy } from "~/features/settings/schema";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { colleaguesOf } from "../handling-queries.server";
import type { StaffMember } from "../people";
import { teamsOf } from "../teams/team-store.server";
import { type Known, type PolicyDraft, typedPolicy } from "./targets-form";

export type TargetsView = {
  policies: PolicyDraft[];
  /** which version of the settings this is */
  seen: number;
  staff: StaffMember[];
  teams: { id: string; name: string }[];
};

/** The shop's targets as they stand in the form, and whom they may name. */
export async function targetsView(shop: Shop): Promise<TargetsView> {
  const staff = await colleaguesOf(shop);
  return shop.transact(async (tx) => {
    const { settings, settingsVersion } = await shopFace(tx);
    const teams = await teamsOf(tx);
    const { sla } = settings.inbox;
    return {
      policies: sla.map(typedPolicy),
      seen: settingsVersion,
      staff: [...staff, ...namedBefore(sla, staff)],
      teams: teams.map(({ id, name }) => ({ id, name })),
    };
  });
}

/** Whom targets name though they have not opened the app of late. */
const namedBefore = (policies: readonly SlaPolicy[], staff: readonly StaffMember[]): StaffMember[] =>
  policies.flatMap(({ onMiss: { assign } }) =>
    assign?.to === "person" && !staff.some(({ id }) => id === assign.id)
      ? [{ id: assign.id, name: assign.name }]
      : [],
  );

/** What reading the form has to know. */
export async function knownForTargets(shop: Shop): Promise<Known> {
  const { staff, teams } = await targetsView(shop);
  const { settings } = await shop.transact(shopFace);
  return { staff, teams, before: settings.inbox.sla, now: shop.now(), newId: () => newId(shop.now()) };
}
