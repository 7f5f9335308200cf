import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const tr = {
  open: "Bu paketi takip et",
  ofOrder: (order: string) => `${order} numaralı siparişin parçası`,
  back: (order: string) => `${order} numaralı siparişin tüm ayrıntıları`,
  updated: (ago: string) => `Güncelleme: ${ago}`,
  silent: (day: string) =>
    `Son haber tarihi: ${day}. İki durak arasında böyle olabilir. Takip ediyoruz; endişeleniyorsanız lütfen bize yazın.`,
  localTimes: "Saatler teslimat adresinin yerel saatidir.",
  noScans: "Kargo firması henüz taramadı. İlk tarama bir gün sürebilir.",
  next: "Yardımcı olabilir miyiz?",
  missing: "Ulaşmadı",
  wrong: "Bir şey yanlış veya hasarlı",
  pickUpAt: "Nereden alabilirsiniz",
  label: { heldByCustoms: "Gümrükte", lost: "Kayıp" },
  state: {
    preparing: { title: "Paketiniz hazırlanıyor", text: "Yola çıkar çıkmaz e-posta alacaksınız." },
    shipped: { title: "Paketiniz yola çıktı", text: "Kargo firmasının ilk taraması bir gün sürebilir." },
    inTransit: { title: "Paketiniz yolda", text: "" },
    heldByCustoms: {
      title: "Paketiniz gümrükte inceleniyor",
      text: "Bu genellikle birkaç gün sürer. Vergi gerekiyorsa kargo firması sizden ister.",
    },
    readyForPickup: {
      title: "Paketiniz teslim alınmaya hazır",
      text: "Lütfen kimliğinizi yanınıza alın. Paketler genellikle yaklaşık bir hafta bekletilir.",
    },
    delivered: { title: "Paketiniz teslim edildi", text: "" },
    returned: {
      title: "Paketiniz bize geri dönüyor",
      text: "Kargo firması teslim edemedi. Lütfen bize yazın; yeniden gönderelim veya geri ödeme yapalım.",
    },
    lost: { title: "Kargo firması paketinizi bulamıyor", text: "Üzgünüz. Lütfen bize yazın, çözelim." },
    failed: {
      title: "Kargo firması paketinizle ilgili bir sorun yaşıyor",
      text: "Lütfen bize yazın, ne olduğunu öğrenelim.",
    },
  },
  notArrived: {
    title: "Teslim edildi ama yok mu?",
    lead: (time: string) => `Kargo firmasına göre teslim zamanı: ${time}`,
    first: "Paketlerin çoğu şu yerlerden birinde bulunur. Oralara baktınız mı?",
    places: [
      "Komşularınızda ve birlikte yaşadığınız herkeste",
      "Posta kutusunda, kapıda, garajda veya başka bir güvenli yerde",
      "Danışmada veya yakındaki kargo noktasında",
    ],
    tooSoon: (time: string) =>
      `Bazı kargo firmaları teslimatı bir gün öncesinden bildirir. Şu zamana kadar gelmezse lütfen buradan bize haber verin: ${time}`,
    looked: "Tüm bu yerlere baktım",
    lookedMissing: "Lütfen önce oralara bakın, sonra bu kutuyu işaretleyin",
    note: "Bulmamıza yardımcı olabilecek her şey (isteğe bağlı)",
    submit: "Mağazaya bildir",
    prove:
      "Siparişin size ait olduğundan emin olmalıyız. Size gönderdiğimiz kodla siparişi açın, sonra buraya dönün.",
    over: "Bu paket teslim edildi olarak görünmüyor. Nerede olduğuna bakın:",
    message: (parcel: string, time: string) =>
      `${parcel} numaralı paketim ulaşmadı. Bildirilen teslim zamanı: ${time}. Komşularıma sordum, tüm güvenli yerlere ve kargo noktasına baktım.`,
  },
} satisfies Words<typeof en>;
