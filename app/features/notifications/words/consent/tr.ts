import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const tr = {
  unsubscribe: {
    ask: "Daha az e-posta?",
    text: (shop) =>
      `${shop} olmasa da olur denenleri göndermeyecek. Önemli olanlar gelmeye devam edecek: onaylar, sorunlar ve geri ödemeler.`,
    button: "Gönderilmesin",
    done: "Tamam",
    doneText: "Bundan sonra yalnızca önemli olanları alacaksınız.",
  },
  texts: {
    ending: "Çıkmak için RET yazın",
    stopped: (shop) => `${shop}: artık mesaj almayacaksınız. Yeniden almak için BAŞLA yazın.`,
    started: (shop) =>
      `${shop}: siparişlerinizle ilgili haberleri yeniden buradan alacaksınız. Çıkmak için RET yazın.`,
    help: (shop, url) => `${shop}: siparişlerinizle ilgili haberler. Yardım: ${url} Çıkmak için RET yazın.`,
  },
} satisfies Words<typeof en>;
