import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const id = {
  noSubject: "Tanpa subjek",
  subject: (order: string) => `Pesan Anda tentang pesanan ${order}`,
  form: {
    title: "Tulis kepada kami",
    more: "Tulis lagi",
    label: "Pesan Anda",
    hint: (email: string) => `Kami menjawab lewat email ke ${email}.`,
    hintNoEmail: "Jawaban kami ada di halaman ini.",
    submit: "Kirim pesan",
    check: "Pesan Anda belum terkirim",
    empty: "Tulis dulu pesan Anda",
    tooLong: (most: string) => `Pesan paling panjang ${most} karakter. Mohon dipersingkat.`,
    limited: "Anda sudah beberapa kali menulis kepada kami dalam satu jam. Silakan coba lagi nanti.",
  },
  sent: {
    title: "Pesan Anda kami terima",
    text: (email: string) =>
      `Staf kami membacanya dan menjawab lewat email ke ${email}. Anda cukup membalas email itu; semuanya juga dapat dibaca di sini.`,
    textNoEmail: "Staf kami akan membacanya. Jawabannya ada di halaman pesanan Anda.",
    back: "Kembali ke pesanan Anda",
  },
  thread: {
    title: "Pesan Anda tentang pesanan ini",
    you: "Anda",
    closed: "Kami anggap hal ini sudah selesai. Silakan tulis lagi kapan saja.",
  },
  absent: {
    title: "Pesan Anda tidak terkirim",
    text: "Tautan yang Anda pakai sudah tidak berlaku. Teks Anda ada di bawah: salin, cari lagi pesanan Anda, lalu kirim dari sana.",
    lookUp: "Cari pesanan saya",
  },
  acknowledged: (time: string, number: string) =>
    `Terima kasih, pesan Anda kami terima. Staf kami menjawab paling lambat ${time}.\n\nNomornya ${number}. Jika ingin menambahkan sesuatu, cukup balas email ini.`,
  mail: {
    title: (shop: string) => `Jawaban dari ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Pada ${day} Anda menulis:`,
    about: (order: string) => `Tentang pesanan Anda ${order}.`,
    answer: "Cukup balas email ini: balasan Anda sampai kepada kami.",
  },
} satisfies Words<typeof en>;
