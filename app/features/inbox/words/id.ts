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
    all: "Pesan Anda",
    you: "Anda",
    closed: "Kami anggap hal ini sudah selesai. Silakan tulis lagi kapan saja.",
    photo: (at: number) => `Foto ${at}`,
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
  contact: {
    order: "Tentang pesanan yang mana?",
    noOrder: "Bukan pesanan tertentu",
    reason: "Tentang apa?",
    reasons: {
      whereIsIt: "Di mana pesanan saya?",
      returning: "Pengembalian atau penukaran",
      wrong: "Barang rusak atau salah",
      change: "Mengubah atau membatalkan pesanan",
      other: "Hal lain",
    },
    reasonMissing: "Pilih tentang apa",
    email: "Alamat email Anda",
    emailMissing: "Masukkan alamat email yang dapat kami balas",
    photos: (most) => `Foto (paling banyak ${most})`,
    photosAgain: "Silakan pilih foto lagi: foto tidak tersimpan.",
    withPhotos: "Kirim pesan dengan foto",
    sent: (email) => `Staf kami membacanya dan menjawab lewat email ke ${email}.`,
  },
  rating: {
    invitation: "Permintaan Anda sudah ditutup. Apakah terselesaikan dengan baik?",
    question: "Apakah permintaan Anda terselesaikan dengan baik?",
    yes: "Ya",
    no: "Tidak",
    comment: "Ada yang ingin Anda tambahkan? (opsional)",
    submit: "Kirim jawaban",
    thanks: "Terima kasih atas jawaban Anda.",
  },
  effort: {
    question: "Seberapa mudah masalah ini diselesaikan?",
    low: "Sangat sulit",
    high: "Sangat mudah",
  },
  recommend: {
    question: (shop: string) => `Seberapa besar kemungkinan Anda merekomendasikan ${shop} kepada teman?`,
    low: "Sama sekali tidak mungkin",
    high: "Sangat mungkin",
  },
} satisfies Words<typeof en>;
