import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const tr = {
  noSubject: "Konu yok",
  subject: (order: string) => `${order} numaralı sipariş hakkındaki mesajınız`,
  form: {
    title: "Bize yazın",
    more: "Yeniden yazın",
    label: "Mesajınız",
    hint: (email: string) => `E-postayla şu adrese yanıt veriyoruz: ${email}`,
    hintNoEmail: "Yanıtımızı bu sayfada bulacaksınız.",
    submit: "Mesajı gönder",
    check: "Mesajınız henüz gönderilmedi",
    empty: "Önce mesajınızı yazın",
    tooLong: (most: string) => `Bir mesaj en fazla ${most} karakter olabilir. Lütfen kısaltın.`,
    limited: "Bir saat içinde bize birkaç kez yazdınız. Lütfen biraz sonra yeniden deneyin.",
  },
  sent: {
    title: "Mesajınızı aldık",
    text: (email: string) =>
      `Ekibimizden biri okuyup şu adrese e-postayla yanıt verecek: ${email}. O e-postayı doğrudan yanıtlayabilirsiniz; her şeyi buradan da okuyabilirsiniz.`,
    textNoEmail: "Ekibimizden biri okuyacak. Yanıtı siparişinizin sayfasında bulacaksınız.",
    back: "Siparişinize dönün",
  },
  thread: {
    title: "Bu siparişle ilgili mesajlarınız",
    all: "Mesajlarınız",
    you: "Siz",
    closed: "Bu konuyu kapanmış sayıyoruz. Dilediğiniz zaman yeniden yazın.",
    photo: (at: number) => `Fotoğraf ${at}`,
  },
  absent: {
    title: "Mesajınız gönderilmedi",
    text: "Geldiğiniz bağlantı artık geçerli değil. Metniniz aşağıda: kopyalayın, siparişinizi yeniden sorgulayın ve oradan gönderin.",
    lookUp: "Siparişimi sorgula",
  },
  acknowledged: (time: string, number: string) =>
    `Teşekkürler, mesajınızı aldık. Ekibimizden biri en geç şu zamana kadar yanıt verecek: ${time}.\n\nMesajınızın numarası: ${number}. Eklemek istediğiniz bir şey varsa bu e-postayı yanıtlamanız yeterli.`,
  mail: {
    title: (shop: string) => `${shop} size yanıt verdi`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Şu tarihte yazmıştınız: ${day}`,
    about: (order: string) => `${order} numaralı siparişiniz hakkında.`,
    answer: "Bu e-postayı yanıtlamanız yeterli: yanıtınız bize ulaşır.",
  },
  contact: {
    order: "Hangi siparişle ilgili?",
    noOrder: "Belirli bir sipariş değil",
    reason: "Konu nedir?",
    reasons: {
      whereIsIt: "Siparişim nerede?",
      returning: "İade veya değişim",
      wrong: "Hasarlı veya yanlış ürün",
      change: "Siparişi değiştirme veya iptal",
      other: "Başka bir konu",
    },
    reasonMissing: "Konuyu seçin",
    email: "E-posta adresiniz",
    emailMissing: "Yanıt verebileceğimiz e-posta adresini girin",
    photos: (most) => `Fotoğraflar (en çok ${most})`,
    photosAgain: "Lütfen fotoğraflarınızı yeniden seçin: saklanmadılar.",
    withPhotos: "Fotoğraflı mesaj gönderin",
    sent: (email) => `Ekibimizden biri okuyup şu adrese e-postayla yanıt verecek: ${email}.`,
  },
  rating: {
    invitation: "Talebiniz kapatıldı. İyi çözüldü mü?",
    question: "Talebiniz iyi çözüldü mü?",
    yes: "Evet",
    no: "Hayır",
    comment: "Eklemek istediğiniz bir şey var mı? (isteğe bağlı)",
    submit: "Yanıtı gönder",
    thanks: "Yanıtınız için teşekkür ederiz.",
  },
  effort: {
    question: "Bunu çözmek ne kadar kolaydı?",
    low: "Çok zor",
    high: "Çok kolay",
  },
  recommend: {
    question: (shop: string) => `${shop} mağazasını bir arkadaşınıza önerme olasılığınız nedir?`,
    low: "Hiç olası değil",
    high: "Çok olası",
  },
} satisfies Words<typeof en>;
