/** The people who work in the shop, as online tokens name them. */
export interface StaffMember {
  id: number;
  first_name: string;
  last_name: string;
  email: string;
  account_owner: boolean;
  locale: string;
  collaborator: boolean;
  email_verified: boolean;
}

const member = (id: number, first: string, last: string, owner: boolean): StaffMember => ({
  id,
  first_name: first,
  last_name: last,
  email: `${first.toLowerCase()}@staff.example`,
  account_owner: owner,
  locale: "en",
  collaborator: false,
  email_verified: true,
});

export const staff: StaffMember[] = [
  member(42, "Maya", "Okafor", true),
  member(43, "Jonas", "Lind", false),
  member(44, "Priya", "Raman", false),
];

export const staffMember = (id: string | undefined): StaffMember =>
  staff.find((one) => String(one.id) === id) ?? member(Number(id) || 42, "Sam", "Temporary", false);
