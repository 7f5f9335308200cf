import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const id = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Perkiraan tiba terbaru: ${span}`,
  pickUpBy: (day: string) => `Ambil paling lambat ${day}`,
  stillToCome: "Menyusul",
  hello: (name: string) => `Halo ${name},`,
  helloNobody: "Halo,",
  order: (name: string) => `Pesanan ${name}`,
  quantity: (count: number) => `Jumlah: ${count}`,
  subtotal: "Subtotal",
  discount: "Diskon",
  shipping: "Ongkos kirim",
  tax: "Pajak",
  taxIncluded: "Pajak (termasuk)",
  total: "Total",
  shipsTo: "Dikirim ke",
  shippingMethod: "Metode pengiriman",
  expected: (span: string) => `Perkiraan tiba: ${span}`,
  items: "Pesanan Anda",
  track: "Lacak pesanan",
  seeOrder: "Lihat pesanan",
  trackParcel: "Lacak paket",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Toko ini tidak menerima pengembalian."
      : `Kurang cocok? Anda dapat mengembalikannya dalam ${count} hari setelah diterima, langsung dari halaman pesanan. Barang yang dijual tanpa pengembalian tidak termasuk.`,
  footer: (shop: string) => `Anda menerima email ini karena memesan di ${shop}.`,
  footerReply: "Ada pertanyaan? Tulis kepada kami dari halaman pesanan, pesanan Anda langsung kami lihat.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: pesanan ${order} kami terima`,
    title: "Terima kasih, pesanan Anda kami terima",
    text: "Kami sedang menyiapkannya dan akan memberi kabar begitu dikirim.",
    nothingToShip: "Tidak ada yang perlu dikirim untuk pesanan ini.",
    preview: (total: string) => `Semua beres. Total: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: pesanan ${order} dibatalkan`,
    title: "Pesanan Anda dibatalkan",
    money: "Uang yang sudah Anda bayar dikembalikan dengan cara yang sama; bank memerlukan 3 sampai 10 hari.",
    preview: "Tidak ada lagi yang dikirim.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: pesanan ${order} sedang dikirim`,
    title: "Paket Anda sedang dikirim",
    text: "Paket sudah di tangan kurir. Halaman di bawah selalu menunjukkan posisinya.",
    preview: "Paket sudah di tangan kurir.",
    inside: "Isi paket ini",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: pesanan ${order} sudah tiba`,
    title: "Paket Anda sudah tiba",
    text: "Kurir menyatakan paket sudah diantar. Tidak ada? Periksa dulu di depan pintu dan di tetangga, lalu tulis kepada kami dari halaman pesanan.",
    preview: "Kurir menyatakan paket sudah diantar.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: permintaan pengembalian ${rma} kami terima`,
    title: "Permintaan pengembalian Anda kami terima",
    text: "Staf kami akan memeriksanya. Kami memberi kabar begitu ada keputusan; mohon simpan barangnya sampai saat itu.",
    preview: "Staf kami akan memeriksanya.",
    items: "Yang ingin Anda kembalikan",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: label pengembalian ${rma}`,
    title: "Label pengembalian Anda sudah siap",
    text: "Cetak label, tempelkan pada paket, lalu serahkan. Label terlampir dalam tiga ukuran kertas; pilih yang sesuai dengan printer Anda.",
    preview: "Cetak, kemas, serahkan.",
    steps: "Cara mengirim kembali",
    step: [
      "Kemas barang bersama lembar di bawah garis potong.",
      "Tutup atau lepas label lama, lalu tempelkan yang baru di atas.",
      "Serahkan paket dan simpan tanda terimanya.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: tentang permintaan pengembalian ${rma}`,
    title: "Kami tidak dapat menerima pengembalian ini",
    text: "Mohon maaf, permintaan ini tidak dapat disetujui.",
    reasons: {
      RETURN_PERIOD_ENDED: "Batas waktu pengembalian barang ini sudah lewat.",
      FINAL_SALE: "Barang ini dijual tanpa pengembalian.",
      OTHER: "Jika ada pertanyaan, silakan tulis kepada kami dari halaman pesanan.",
    },
    preview: "Silakan baca alasannya.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: pengembalian ${rma} dibatalkan`,
    title: "Pengembalian Anda dibatalkan",
    text: "Anda tidak perlu mengirim apa pun. Selama batas waktu masih berlaku, Anda dapat memulai pengembalian baru dari halaman pesanan.",
    preview: "Anda tidak perlu mengirim apa pun.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: pengembalian dana untuk ${rma}`,
    title: "Dana Anda sedang dikembalikan",
    text: (amount: string) =>
      `Barang yang Anda kembalikan sudah kami terima dan ${amount} kami kembalikan ke metode pembayaran Anda. Bank memerlukan 3 sampai 10 hari.`,
    preview: (amount: string) => `${amount} sedang dikembalikan kepada Anda.`,
    creditTitle: "Kredit Anda sudah siap",
    credit: (amount: string) =>
      `Barang yang Anda kembalikan sudah kami terima dan kredit toko sebesar ${amount} sudah kami tambahkan ke akun Anda. Kredit dapat dipakai saat checkout berikutnya.`,
    giftCard: (amount: string, code: string) =>
      `Barang yang dikembalikan sudah kami terima. Ini kartu hadiah senilai ${amount}. Masukkan kode ini saat checkout: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Pesanan Anda diubah",
      text: "Begini isinya sekarang. Ada yang tidak sesuai kesepakatan? Tulis kepada kami dari halaman pesanan.",
    },
    paymentPending: {
      title: "Kami menunggu pembayaran Anda",
      text: "Pesanan dikirim begitu pembayaran masuk. Sudah membayar? Tidak ada yang perlu dilakukan; bank kadang memerlukan beberapa hari.",
    },
    paymentFailed: {
      title: "Pembayaran Anda tidak berhasil",
      text: "Pembayaran belum dapat kami terima, jadi pesanan belum dikirim. Jika masih menginginkannya, tulis kepada kami dari halaman pesanan.",
    },
    orderRefunded: {
      title: "Dana Anda sedang dikembalikan",
      text: (amount: string) =>
        `${amount} dikembalikan dengan cara pembayaran yang sama. Bank memerlukan 3 sampai 10 hari.`,
    },
    orderPartShipped: {
      title: "Sebagian pesanan Anda sedang dikirim",
      text: "Bagian ini sudah di tangan kurir. Sisanya menyusul, dan kami memberi kabar saat dikirim.",
    },
    outForDelivery: { title: "Paket Anda sedang diantar", text: "Kurir berencana mengantarnya hari ini." },
    deliveryAttempted: {
      title: "Paket Anda belum dapat diserahkan",
      text: "Tidak ada yang menerima. Biasanya kurir mencoba lagi pada hari kerja berikutnya atau meninggalkan catatan di mana paket menunggu.",
    },
    readyForPickup: {
      title: "Paket Anda siap diambil",
      text: "Paket menunggu di titik pengambilan. Bawa kartu identitas dan email ini; setelah beberapa hari paket kembali kepada kami.",
    },
    heldByCustoms: {
      title: "Paket Anda berada di bea cukai",
      text: "Bea cukai sedang memeriksanya, ini bisa memakan beberapa hari. Jika perlu sesuatu dari Anda, kurir akan menghubungi.",
    },
    deliveryFailed: {
      title: "Ada masalah dengan paket Anda",
      text: "Kurir melaporkan masalah pengantaran. Periksa alamat di halaman pesanan, dan tulis kepada kami dari sana jika tidak benar.",
    },
    returnedToSender: {
      title: "Paket Anda kembali kepada kami",
      text: "Kurir tidak dapat mengantarnya. Tulis kepada kami dari halaman pesanan dan kita cari jalan keluarnya: dikirim ulang atau uang kembali.",
    },
    orderLateToShip: {
      title: "Pesanan Anda lebih lama dari yang kami sampaikan",
      text: "Pesanan belum berangkat dari kami. Mohon maaf; kami memberi kabar begitu dikirim.",
    },
    deliveryLate: {
      title: "Paket Anda akan terlambat",
      text: "Paket tidak akan tiba pada hari yang kami sebutkan. Mohon maaf atas penantiannya; kami terus memantaunya.",
    },
    deliveryStillLate: {
      title: "Paket Anda lebih lambat dari perkiraan kami",
      text: "Paket tidak datang seperti yang kami perkirakan. Mohon maaf; kami terus memantaunya.",
    },
    deliveryBackOnTrack: {
      title: "Paket Anda bergerak lagi",
      text: "Paket sempat tertahan dan kini melanjutkan perjalanan.",
    },
    deliveryLost: {
      title: "Paket Anda sepertinya hilang",
      text: "Sudah terlalu lama tidak ada kabarnya. Tulis kepada kami dari halaman pesanan, dan kami akan menyelesaikannya bersama Anda.",
    },
    returnApproved: {
      title: "Pengembalian Anda disetujui",
      text: "Halaman pesanan menjelaskan cara membawa atau mengirim kembali barangnya.",
    },
    returnReceived: {
      title: "Barang yang Anda kembalikan sudah tiba",
      text: "Barang ada pada kami dan akan segera diperiksa. Kami memberi kabar setelah selesai.",
    },
    returnChanged: {
      title: "Pengembalian Anda berubah",
      text: "Barang yang dikembalikan tidak lagi sama seperti sebelumnya. Beginilah sekarang; sisanya tetap pada Anda.",
    },
    returnInspected: {
      title: "Barang yang Anda kembalikan sudah diperiksa",
      text: "Kami sudah melihat barang yang Anda kirim. Kami memberi kabar setelah langkah berikutnya selesai.",
    },
    exchangeShipped: {
      title: "Barang penukaran Anda sedang disiapkan",
      text: "Barang pilihan pengganti sedang dikemas. Kami memberi kabar setelah diserahkan kepada kurir.",
    },
    exchangeDue: {
      title: "Batas waktu pengembalian sudah dekat",
      text: (day: string) =>
        `Kami sudah mengirim barang penukar lebih dulu. Mohon serahkan barang yang dikembalikan paling lambat ${day}. Jika sudah dikirim, semuanya beres.`,
      invoice: "Jika belum tiba saat itu, Anda akan menerima tagihan untuk barang yang kami kirim.",
    },
    replyPromised: {
      title: "Pesan Anda kami terima",
      text: (time: string) => `Kami membalas paling lambat ${time}.`,
    },
  },
  buyerAsked: {
    text: "Pesanan Anda sudah tiba beberapa waktu lalu. Secara keseluruhan, bagaimana?",
    question: (shop: string) => `Seberapa besar kemungkinan Anda merekomendasikan ${shop} kepada teman?`,
    low: "Sama sekali tidak mungkin",
    high: "Sangat mungkin",
  },
} satisfies Words<typeof en>;
