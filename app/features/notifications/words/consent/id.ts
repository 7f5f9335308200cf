import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const id = {
  unsubscribe: {
    ask: "Email lebih sedikit?",
    text: (shop) =>
      `${shop} tidak akan mengirim yang kurang perlu. Yang penting tetap Anda terima: konfirmasi, masalah, dan pengembalian dana.`,
    button: "Jangan kirim lagi",
    done: "Selesai",
    doneText: "Mulai sekarang Anda hanya menerima yang penting.",
  },
  texts: {
    ending: "Balas STOP untuk berhenti",
    stopped: (shop) => `${shop}: tidak ada pesan lagi. Balas START untuk melanjutkan.`,
    started: (shop) => `${shop}: kabar pesanan Anda kembali dikirim ke sini. Balas STOP untuk berhenti.`,
    help: (shop, url) => `${shop}: kabar pesanan Anda. Bantuan: ${url} Balas STOP untuk berhenti.`,
  },
} satisfies Words<typeof en>;
