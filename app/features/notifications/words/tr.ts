import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const tr = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Yeni tahmini teslimat: ${span}`,
  pickUpBy: (day: string) => `Son teslim alma günü: ${day}`,
  stillToCome: "Daha sonra gelecekler",
  hello: (name: string) => `Merhaba ${name},`,
  helloNobody: "Merhaba,",
  order: (name: string) => `Sipariş ${name}`,
  quantity: (count: number) => `Adet: ${count}`,
  subtotal: "Ara toplam",
  discount: "İndirim",
  shipping: "Kargo",
  tax: "Vergi",
  taxIncluded: "Vergi (dahil)",
  total: "Toplam",
  shipsTo: "Teslimat adresi",
  shippingMethod: "Kargo yöntemi",
  expected: (span: string) => `Tahmini teslimat: ${span}`,
  items: "Siparişinizdeki ürünler",
  track: "Siparişinizi takip edin",
  seeOrder: "Siparişinizi görüntüleyin",
  trackParcel: "Kargonuzu takip edin",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Bu mağaza iade kabul etmemektedir."
      : `İstediğiniz gibi değil mi? Teslimattan sonraki ${count} gün içinde doğrudan sipariş sayfasından iade edebilirsiniz. İadesi olmayan ürünler bunun dışındadır.`,
  footer: (shop: string) => `Bu e-postayı, ${shop} mağazasından sipariş verdiğiniz için alıyorsunuz.`,
  footerReply: "Sorunuz mu var? Sipariş sayfanızdan bize yazın: siparişinizi hemen görürüz.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: ${order} numaralı siparişinizi aldık`,
    title: "Teşekkürler, siparişinizi aldık",
    text: "Hazırlıyoruz; yola çıkar çıkmaz size yazacağız.",
    nothingToShip: "Bu siparişte gönderilecek bir ürün yok.",
    preview: (total: string) => `Her şey yolunda. Toplam: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: ${order} numaralı sipariş iptal edildi`,
    title: "Siparişiniz iptal edildi",
    money: "Ödediğiniz tutar aynı ödeme yöntemine iade edilir; bankalarda görünmesi 3–10 gün sürer.",
    preview: "Başka bir gönderim yapılmayacak.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: ${order} numaralı siparişiniz yolda`,
    title: "Kargonuz yolda",
    text: "Kargo firmasına teslim edildi. Nerede olduğunu aşağıdaki sayfadan her zaman görebilirsiniz.",
    preview: "Kargo firmasına teslim edildi.",
    inside: "Bu pakettekiler",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: ${order} numaralı siparişiniz ulaştı`,
    title: "Kargonuz ulaştı",
    text: "Kargo firmasına göre teslim edildi. Göremiyor musunuz? Önce kapınıza ve komşularınıza bakın, sonra sipariş sayfasından bize yazın.",
    preview: "Kargo firmasına göre teslim edildi.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: ${rma} numaralı iade talebinizi aldık`,
    title: "İade talebinizi aldık",
    text: "Ekibimizden biri inceleyecek. Karar verilir verilmez size yazacağız; lütfen o zamana kadar ürünleri saklayın.",
    preview: "Ekibimizden biri inceleyecek.",
    items: "İade etmek istedikleriniz",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: ${rma} numaralı iade etiketiniz`,
    title: "İade etiketiniz hazır",
    text: "Etiketi yazdırın, pakete yapıştırın ve kargoya verin. Üç kâğıt boyutunda ekledik; yazıcınıza uygun olanı seçin.",
    preview: "Yazdırın, paketleyin, kargoya verin.",
    steps: "İade adımları",
    step: [
      "Ürünleri, kesme çizgisinin altındaki fişle birlikte paketleyin.",
      "Eski etiketleri kapatın veya çıkarın, yenisini üste yapıştırın.",
      "Paketi kargoya verin ve fişini saklayın.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: ${rma} numaralı iade talebiniz hakkında`,
    title: "Bu iadeyi kabul edemiyoruz",
    text: "Üzgünüz, bu talebi kabul edemedik.",
    reasons: {
      RETURN_PERIOD_ENDED: "Bu ürünlerin iade süresi doldu.",
      FINAL_SALE: "Bu ürünler iade edilmemek üzere satılmıştı.",
      OTHER: "Sorunuz varsa lütfen sipariş sayfasından bize yazın.",
    },
    preview: "Nedenini okuyun.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: ${rma} numaralı iade iptal edildi`,
    title: "İadeniz iptal edildi",
    text: "Bir şey göndermeniz gerekmiyor. İade süresi boyunca sipariş sayfasından yeni bir iade başlatabilirsiniz.",
    preview: "Bir şey göndermeniz gerekmiyor.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: ${rma} numaralı iadenizin geri ödemesi`,
    title: "Geri ödemeniz yolda",
    text: (amount: string) =>
      `İadeniz bize ulaştı ve ödeme yönteminize ${amount} geri ödedik. Bankalarda görünmesi 3–10 gün sürer.`,
    preview: (amount: string) => `${amount} size geri dönüyor.`,
    creditTitle: "Mağaza krediniz hazır",
    credit: (amount: string) =>
      `İadeniz bize ulaştı ve hesabınıza ${amount} mağaza kredisi ekledik. Bir sonraki alışverişinizde kullanabilirsiniz.`,
    giftCard: (amount: string, code: string) =>
      `İade bize ulaştı. ${amount} değerindeki hediye kartınız hazır. Ödeme adımında şu kodu girin: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Siparişiniz değiştirildi",
      text: "Son hali böyle. Anlaştığımız gibi olmayan bir şey mi var? Sipariş sayfasından bize yazın.",
    },
    paymentPending: {
      title: "Ödemenizi bekliyoruz",
      text: "Ödemeniz ulaşınca siparişiniz yola çıkar. Zaten ödediyseniz yapmanız gereken bir şey yok; bankalarda birkaç gün sürebilir.",
    },
    paymentFailed: {
      title: "Ödemeniz gerçekleşmedi",
      text: "Ödemeyi alamadığımız için sipariş henüz gönderilmiyor. Hâlâ istiyorsanız sipariş sayfasından bize yazın.",
    },
    orderRefunded: {
      title: "Geri ödemeniz yolda",
      text: (amount: string) =>
        `${amount} aynı ödeme yönteminize iade ediliyor. Bankalarda görünmesi 3–10 gün sürer.`,
    },
    orderPartShipped: {
      title: "Siparişinizin bir kısmı yolda",
      text: "Bu kısım kargo firmasında. Kalanı ayrıca geliyor; yola çıkınca size yazacağız.",
    },
    outForDelivery: { title: "Kargonuz dağıtıma çıktı", text: "Kargo firması bugün getirmeyi planlıyor." },
    deliveryAttempted: {
      title: "Kargonuz teslim edilemedi",
      text: "Teslim alacak kimse bulunamadı. Kargo firmaları genellikle bir sonraki iş günü yeniden dener veya paketin nerede beklediğini yazan bir not bırakır.",
    },
    readyForPickup: {
      title: "Kargonuz teslim alınmaya hazır",
      text: "Teslim noktasında sizi bekliyor. Yanınıza kimliğinizi ve bu e-postayı alın; birkaç gün sonra bize geri gönderilir.",
    },
    heldByCustoms: {
      title: "Kargonuz gümrükte",
      text: "Gümrükte inceleniyor, bu birkaç gün sürebilir. Sizden bir şey gerekirse kargo firması size ulaşır.",
    },
    deliveryFailed: {
      title: "Kargonuzla ilgili bir sorun var",
      text: "Kargo firması teslimatta bir sorun bildirdi. Sipariş sayfasındaki adresi kontrol edin; doğru değilse oradan bize yazın.",
    },
    returnedToSender: {
      title: "Kargonuz bize geri dönüyor",
      text: "Kargo firması teslim edemedi. Sipariş sayfasından bize yazın, birlikte çözelim: yeniden gönderim veya geri ödeme.",
    },
    orderLateToShip: {
      title: "Siparişiniz söylediğimizden uzun sürüyor",
      text: "Henüz bizden çıkmadı. Özür dileriz; yola çıkar çıkmaz size yazacağız.",
    },
    deliveryLate: {
      title: "Kargonuz gecikecek",
      text: "Belirttiğimiz güne yetişmeyecek. Beklettiğimiz için özür dileriz; takip ediyoruz.",
    },
    deliveryStillLate: {
      title: "Kargonuz beklediğimizden de geç kalıyor",
      text: "Beklediğimiz gibi ulaşmadı. Özür dileriz; takip etmeyi sürdürüyoruz.",
    },
    deliveryBackOnTrack: {
      title: "Kargonuz yeniden yolda",
      text: "Bir süre beklemede kalmıştı, şimdi yeniden yola çıktı.",
    },
    deliveryLost: {
      title: "Kargonuz kaybolmuş görünüyor",
      text: "Uzun süredir haber alınamıyor. Sipariş sayfasından bize yazın, birlikte çözelim.",
    },
    returnApproved: {
      title: "İadeniz onaylandı",
      text: "Ürünleri nasıl getireceğiniz veya göndereceğiniz sipariş sayfasında yazıyor.",
    },
    returnReceived: {
      title: "İadeniz ulaştı",
      text: "Elimizde ve sırada inceleme var. Bitince size yazacağız.",
    },
    returnChanged: {
      title: "İadeniz değişti",
      text: "Geri gönderilecekler öncekiyle aynı değil. Şu anki durum aşağıda; geri kalanı sizde kalır.",
    },
    returnInspected: {
      title: "İadeniz incelendi",
      text: "Gönderdiğiniz ürünlere baktık. Bir sonraki adım tamamlanınca size yazacağız.",
    },
    exchangeShipped: {
      title: "Değişim ürününüz hazırlanıyor",
      text: "Yerine seçtiğiniz ürün paketleniyor. Kargoya verilince size yazacağız.",
    },
    exchangeDue: {
      title: "Paketinizi yakında bekliyoruz",
      text: (day: string) =>
        `Değişim ürününüzü önceden gönderdik. Lütfen iadenizi en geç ${day} tarihine kadar kargoya verin. Zaten yoldaysa bir şey yapmanız gerekmiyor.`,
      invoice: "O zamana kadar gelmezse gönderdiğimiz ürün için bir fatura alırsınız.",
    },
    replyPromised: {
      title: "Mesajınızı aldık",
      text: (time: string) => `En geç şu zamana kadar yanıt vereceğiz: ${time}`,
    },
  },
  buyerAsked: {
    text: "Siparişiniz bir süre önce ulaştı. Genel olarak nasıldı?",
    question: (shop: string) => `${shop} mağazasını bir arkadaşınıza önerme olasılığınız nedir?`,
    low: "Hiç olası değil",
    high: "Çok olası",
  },
} satisfies Words<typeof en>;
