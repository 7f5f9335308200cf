import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const hi = {
  unsubscribe: {
    ask: "कम ईमेल चाहिए?",
    text: (shop) => `${shop} ग़ैर-ज़रूरी ईमेल नहीं भेजेगा। ज़रूरी बातें आपको मिलती रहेंगी: पुष्टि, समस्याएँ और रिफ़ंड।`,
    button: "ये न भेजें",
    done: "हो गया",
    doneText: "अब से आपको केवल ज़रूरी बातें मिलेंगी।",
  },
  texts: {
    ending: "बंद करने के लिए STOP भेजें",
    stopped: (shop) => `${shop}: अब और संदेश नहीं आएँगे। फिर पाने के लिए START भेजें।`,
    started: (shop) => `${shop}: आपके ऑर्डर की ख़बर फिर यहाँ मिलेगी। बंद करने के लिए STOP भेजें।`,
    help: (shop, url) => `${shop}: आपके ऑर्डर की ख़बर। मदद: ${url} बंद करने के लिए STOP भेजें।`,
  },
} satisfies Words<typeof en>;
