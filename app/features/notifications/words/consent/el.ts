import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const el = {
  unsubscribe: {
    ask: "Λιγότερα email;",
    text: (shop) =>
      `${shop}: δεν θα στέλνουμε πια ό,τι δεν είναι απαραίτητο. Θα λαμβάνετε ακόμη τα σημαντικά: επιβεβαιώσεις, προβλήματα και επιστροφές χρημάτων.`,
    button: "Να μη στέλνονται",
    done: "Έγινε",
    doneText: "Από τώρα θα λαμβάνετε μόνο τα σημαντικά.",
  },
  texts: {
    ending: "Διακοπή: ΣΤΟΠ",
    stopped: (shop) => `${shop}: δεν θα λάβετε άλλα μηνύματα. Για συνέχεια απαντήστε START.`,
    started: (shop) => `${shop}: λαμβάνετε ξανά εδώ τα νέα των παραγγελιών σας. Διακοπή: ΣΤΟΠ.`,
    help: (shop, url) => `${shop}: νέα για τις παραγγελίες σας. Βοήθεια: ${url} Διακοπή: ΣΤΟΠ.`,
  },
} satisfies Words<typeof en>;
