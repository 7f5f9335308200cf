import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const id = {
  open: "Lacak paket ini",
  ofOrder: (order: string) => `Bagian dari pesanan ${order}`,
  back: (order: string) => `Semua tentang pesanan ${order}`,
  updated: (ago: string) => `Diperbarui ${ago}`,
  silent: (day: string) =>
    `Belum ada kabar baru sejak ${day}. Itu biasa terjadi di antara dua pemberhentian. Kami terus memantaunya; jika Anda khawatir, silakan tulis kepada kami.`,
  localTimes: "Waktu menurut alamat pengiriman.",
  noScans: "Kurir belum memindainya. Pemindaian pertama bisa perlu satu hari.",
  next: "Ada yang bisa kami bantu?",
  missing: "Paket belum sampai",
  wrong: "Ada yang salah atau rusak",
  pickUpAt: "Tempat mengambilnya",
  label: { heldByCustoms: "Di bea cukai", lost: "Hilang" },
  state: {
    preparing: { title: "Paket Anda sedang dikemas", text: "Anda menerima email begitu paket berangkat." },
    shipped: {
      title: "Paket Anda sudah berangkat",
      text: "Pemindaian pertama oleh kurir bisa perlu satu hari.",
    },
    inTransit: { title: "Paket Anda dalam perjalanan", text: "" },
    heldByCustoms: {
      title: "Bea cukai sedang memeriksa paket Anda",
      text: "Ini sering memakan beberapa hari. Jika ada bea yang harus dibayar, kurir akan memintanya.",
    },
    readyForPickup: {
      title: "Paket Anda siap diambil",
      text: "Mohon bawa bukti identitas. Paket biasanya disimpan sekitar seminggu.",
    },
    delivered: { title: "Paket Anda sudah diantar", text: "" },
    returned: {
      title: "Paket Anda kembali kepada kami",
      text: "Kurir tidak dapat menyerahkannya. Silakan tulis kepada kami; kami kirim ulang atau kembalikan dana Anda.",
    },
    lost: {
      title: "Kurir tidak dapat menemukan paket Anda",
      text: "Mohon maaf. Silakan tulis kepada kami, dan kami akan menyelesaikannya.",
    },
    failed: {
      title: "Ada masalah dalam pengiriman paket Anda",
      text: "Silakan tulis kepada kami, dan kami cari tahu apa yang terjadi.",
    },
  },
  notArrived: {
    title: "Katanya sudah diantar, tetapi tidak ada?",
    lead: (time: string) => `Kurir menyatakan paket diantar pada ${time}.`,
    first: "Kebanyakan paket ditemukan di salah satu tempat ini. Sudah Anda periksa?",
    places: [
      "Pada tetangga dan semua yang tinggal bersama Anda",
      "Di kotak surat, depan pintu, garasi, atau tempat aman lain",
      "Di resepsionis atau gerai paket terdekat",
    ],
    tooSoon: (time: string) =>
      `Sebagian kurir menyatakan paket sudah diantar sampai sehari sebelumnya. Jika belum ada pada ${time}, mohon beri tahu kami di sini.`,
    looked: "Semua tempat ini sudah saya periksa",
    lookedMissing: "Periksa dulu tempat-tempat itu, lalu centang kotak ini",
    note: "Hal yang dapat membantu kami menemukannya (opsional)",
    submit: "Beri tahu toko",
    prove:
      "Kami harus memastikan bahwa ini pesanan Anda. Buka pesanan dengan kode yang kami kirim, lalu kembali ke sini.",
    over: "Paket ini belum berstatus diantar. Lihat posisinya:",
    message: (parcel: string, time: string) =>
      `Paket saya ${parcel} belum sampai. Statusnya sudah diantar pada ${time}. Saya sudah bertanya kepada tetangga dan memeriksa semua tempat aman serta gerai paket.`,
  },
} satisfies Words<typeof en>;
