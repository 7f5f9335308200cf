import type { RefusalCode } from "~/values/result";
import type { HandOut } from "../teams/team";

/** What staff read of teams. */
export const teamWords = {
  title: "Teams",
  lead: "Conversations can be given to a team, and @ with its name reaches all of it in a note.",
  add: "Add a team",
  none: {
    title: "No teams yet",
    text: "Put people together who answer the same things: returns, wholesale, the night shift.",
  },
  members: (names: string) => (names === "" ? "Nobody is in it yet." : names),
  handOuts: {
    none: "Waits until somebody of it takes it on",
    leastLoaded: "Goes to whoever is there and has the fewest",
  } satisfies Record<HandOut, string>,
  edit: "Edit",
  editNamed: (name: string) => `Edit the team ${name}`,
  remove: "Remove",
  removeNamed: (name: string) => `Remove the team ${name}`,
  removeAsk: {
    title: (name: string) => `Remove the team ${name}?`,
    text: "Its conversations stay where they are, with nobody's team.",
  },
  save: "Save",
  cancel: "Cancel",
  name: "Name",
  who: "Who is in it",
  whoHelp: "Everybody who has opened the app can be chosen.",
  handOut: "What is given to the team",
  handOutHelp: "There is whoever had a conversation open in the last ten minutes.",
  done: { keep: "Team saved", remove: "Team removed" },
  readOnly: "Your Shopify permissions let you look at this, not change it.",
  refused: {
    "inbox.empty": "Give the team a name.",
    "inbox.teamExists": "Another team has this name.",
    "inbox.tooLong": "There are as many teams as there can be.",
    "inbox.unknownStaff": "Somebody you chose has not opened the app here.",
    "inbox.notFound": "This team is not there any more.",
  } as Partial<Record<RefusalCode, string>>,
  refusedOther: "That could not be saved. Load the page again.",
  /** in lists and on a conversation */
  team: "Team",
  noTeam: "No team",
  noneOfTeam: {
    title: "This team has nothing to do",
    text: "What is given to it and not closed appears here.",
  },
};
