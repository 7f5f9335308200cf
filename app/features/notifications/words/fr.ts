import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const days = (count: number) => (count <= 1 ? `${count} jour` : `${count} jours`);

export const fr = {
  about: (shop, title, order) => `${shop} : ${title} (${order})`,
  nowExpected: (span) => `Nouvelle date prévue : ${span}`,
  pickUpBy: (day: string) => `À retirer avant le ${day} inclus`,
  stillToCome: "Encore à venir",
  hello: (name) => `Bonjour ${name},`,
  helloNobody: "Bonjour,",
  order: (name) => `Commande ${name}`,
  quantity: (count) => `Quantité : ${count}`,
  subtotal: "Sous-total",
  discount: "Remise",
  shipping: "Livraison",
  tax: "Taxes",
  taxIncluded: "Taxes (incluses)",
  total: "Total",
  shipsTo: "Livrée à",
  shippingMethod: "Mode de livraison",
  expected: (span) => `Prévue ${span}`,
  items: "Votre commande",
  track: "Suivre la commande",
  seeOrder: "Voir la commande",
  trackParcel: "Suivre le colis",
  trackingNumber: (carrier, number) => (carrier ? `${carrier} : ${number}` : number),
  returnPolicy: (count) =>
    count === 0
      ? "Cette boutique n’accepte pas les retours."
      : `Cela ne convient pas ? Vous pouvez renvoyer vos articles dans les ${days(count)} après la livraison, depuis la page de la commande. Les articles en vente définitive ne sont pas repris.`,
  footer: (shop) => `Vous recevez ce message parce que vous avez commandé chez ${shop}.`,
  footerReply: "Une question ? Écrivez-nous depuis la page de votre commande : nous la verrons aussitôt.",
  orderConfirmed: {
    subject: (order, shop) => `${shop} : nous avons votre commande ${order}`,
    title: "Merci, nous avons votre commande",
    text: "Nous la préparons et vous écrirons dès qu’elle sera en route.",
    nothingToShip: "Rien n’est à expédier pour cette commande.",
    preview: (total) => `Tout est en ordre. Total : ${total}.`,
  },
  orderCancelled: {
    subject: (order, shop) => `${shop} : la commande ${order} est annulée`,
    title: "Votre commande est annulée",
    money: "Ce que vous avez payé vous revient par le même moyen ; les banques mettent 3 à 10 jours.",
    preview: "Rien d’autre ne sera envoyé.",
  },
  orderShipped: {
    subject: (order, shop) => `${shop} : la commande ${order} est en route`,
    title: "Votre colis est en route",
    text: "Le transporteur l’a pris en charge. La page ci-dessous indique toujours où il est.",
    preview: "Le transporteur l’a pris en charge.",
    inside: "Dans ce colis",
  },
  orderDelivered: {
    subject: (order, shop) => `${shop} : la commande ${order} est arrivée`,
    title: "Votre colis est arrivé",
    text: "Le transporteur l’indique comme livré. Rien chez vous ? Demandez d’abord aux voisins, puis écrivez-nous depuis la page de la commande.",
    preview: "Le transporteur l’indique comme livré.",
  },
  returnRequested: {
    subject: (rma, shop) => `${shop} : nous avons votre demande de retour ${rma}`,
    title: "Nous avons votre demande de retour",
    text: "Une personne va l’examiner. Nous vous écrivons dès qu’elle est décidée ; gardez les articles d’ici là.",
    preview: "Une personne va l’examiner.",
    items: "Ce que vous souhaitez renvoyer",
  },
  returnLabelled: {
    subject: (rma, shop) => `${shop} : votre étiquette de retour ${rma}`,
    title: "Votre étiquette de retour est prête",
    text: "Imprimez l’étiquette, collez-la sur le colis et déposez-le. Elle est jointe en trois formats ; prenez celui de votre imprimante.",
    preview: "Imprimer, emballer, déposer.",
    steps: "Comment le renvoyer",
    step: [
      "Emballez les articles avec le bordereau sous la ligne de coupe.",
      "Couvrez ou retirez les anciennes étiquettes et collez la nouvelle dessus.",
      "Déposez le colis et gardez le reçu.",
    ],
  },
  returnDeclined: {
    subject: (rma, shop) => `${shop} : à propos de votre demande de retour ${rma}`,
    title: "Nous ne pouvons pas reprendre ces articles",
    text: "Nous sommes désolés : cette demande n’a pas pu être acceptée.",
    reasons: {
      RETURN_PERIOD_ENDED: "Le délai de retour de ces articles est passé.",
      FINAL_SALE: "Ces articles étaient en vente définitive.",
      OTHER: "Pour toute question, écrivez-nous depuis la page de la commande.",
    },
    preview: "Voici pourquoi.",
  },
  returnCancelled: {
    subject: (rma, shop) => `${shop} : le retour ${rma} est annulé`,
    title: "Votre retour est annulé",
    text: "Vous n’avez rien à envoyer. Vous pouvez commencer un nouveau retour depuis la page de la commande tant que le délai court.",
    preview: "Vous n’avez rien à envoyer.",
  },
  returnRefunded: {
    subject: (rma, shop) => `${shop} : votre remboursement pour le retour ${rma}`,
    title: "Votre remboursement est en route",
    text: (amount) =>
      `Votre retour est arrivé et nous avons remboursé ${amount} par votre moyen de paiement. Les banques mettent 3 à 10 jours.`,
    preview: (amount) => `${amount} vous reviennent.`,
    creditTitle: "Votre avoir est prêt",
    credit: (amount) =>
      `Votre retour est arrivé et nous avons crédité ${amount} sur votre compte. Cet avoir vous attend lors de votre prochain achat.`,
    giftCard: (amount, code) =>
      `Le retour est arrivé. Voici une carte cadeau de ${amount}. Saisissez ce code au moment de payer : ${code}`,
  },
  news: {
    orderEdited: {
      title: "Votre commande a été modifiée",
      text: "Voici où elle en est. Quelque chose ne va pas ? Écrivez-nous depuis la page de la commande.",
    },
    paymentPending: {
      title: "Nous attendons votre paiement",
      text: "Votre commande part dès que le paiement est arrivé. Déjà payé ? Alors il n’y a rien à faire ; les banques mettent parfois quelques jours.",
    },
    paymentFailed: {
      title: "Votre paiement n’a pas abouti",
      text: "Nous n’avons pas pu encaisser le paiement, la commande ne part donc pas encore. Si vous la voulez toujours, écrivez-nous depuis la page de la commande.",
    },
    orderRefunded: {
      title: "Votre remboursement est en route",
      text: (amount) =>
        `${amount} vous reviennent par le même moyen de paiement. Les banques mettent 3 à 10 jours.`,
    },
    orderPartShipped: {
      title: "Une partie de votre commande est en route",
      text: "Le transporteur a cette partie. Le reste suit, et nous vous écrirons à son départ.",
    },
    outForDelivery: {
      title: "Votre colis est en cours de livraison",
      text: "Le transporteur prévoit de l’apporter aujourd’hui.",
    },
    deliveryAttempted: {
      title: "Votre colis n’a pas pu être remis",
      text: "Personne n’était là pour le prendre. La plupart des transporteurs repassent le jour ouvré suivant ou laissent un avis qui dit où il attend.",
    },
    readyForPickup: {
      title: "Votre colis est prêt à être retiré",
      text: "Il vous attend au point de retrait. Prenez une pièce d’identité et ce message ; après quelques jours, il nous revient.",
    },
    heldByCustoms: {
      title: "Votre colis est à la douane",
      text: "La douane le contrôle, cela peut prendre quelques jours. S’il faut quelque chose de votre part, le transporteur vous contacte.",
    },
    deliveryFailed: {
      title: "Il y a un problème avec votre colis",
      text: "Le transporteur signale un problème de livraison. Vérifiez l’adresse sur la page de la commande et écrivez-nous là si elle n’est pas juste.",
    },
    returnedToSender: {
      title: "Votre colis nous revient",
      text: "Le transporteur n’a pas pu le livrer. Écrivez-nous depuis la page de la commande, nous trouverons une solution : nouvel envoi ou remboursement.",
    },
    orderLateToShip: {
      title: "Votre commande prend plus de temps que prévu",
      text: "Elle n’est pas encore partie. Nous en sommes désolés et vous écrirons dès son départ.",
    },
    deliveryLate: {
      title: "Votre colis sera en retard",
      text: "Il n’arrivera pas au jour annoncé. Nous sommes désolés de cette attente et le suivons de près.",
    },
    deliveryStillLate: {
      title: "Votre colis a encore du retard",
      text: "Il n’est pas arrivé comme prévu. Nous en sommes désolés et restons dessus.",
    },
    deliveryBackOnTrack: { title: "Votre colis est reparti", text: "Il était bloqué et poursuit sa route." },
    deliveryLost: {
      title: "Votre colis semble perdu",
      text: "Personne ne l’a vu depuis trop longtemps. Écrivez-nous depuis la page de la commande, et nous réglerons cela avec vous.",
    },
    returnApproved: {
      title: "Votre retour est accepté",
      text: "La page de la commande explique comment rapporter ou renvoyer les articles.",
    },
    returnReceived: {
      title: "Votre retour est arrivé",
      text: "Nous l’avons et l’examinons maintenant. Nous vous écrirons ensuite.",
    },
    returnChanged: {
      title: "Votre retour a changé",
      text: "Ce que vous renvoyez n’est plus le même qu’avant. Voici où en sont les choses ; le reste, vous le gardez.",
    },
    returnInspected: {
      title: "Votre retour a été vérifié",
      text: "Nous avons examiné ce que vous avez renvoyé. Nous vous écrirons après l’étape suivante.",
    },
    exchangeShipped: {
      title: "Votre échange est en préparation",
      text: "Ce que vous avez choisi à la place est en cours d’emballage. Nous vous écrirons quand le transporteur l’aura.",
    },
    exchangeDue: {
      title: "Votre colis est bientôt attendu",
      text: (day: string) =>
        `Nous avons envoyé votre échange à l’avance. Merci de déposer votre retour avant le ${day}. S’il est déjà en route, tout va bien.`,
      invoice: "S’il n’est pas arrivé d’ici là, vous recevrez une facture pour ce que nous avons envoyé.",
    },
    replyPromised: {
      title: "Nous avons votre message",
      text: (time) => `Vous aurez de nos nouvelles avant le ${time}.`,
    },
  },
  buyerAsked: {
    text: "Votre commande est arrivée il y a quelque temps. Qu’en pensez-vous, dans l’ensemble ?",
    question: (shop: string) => `Recommanderiez-vous ${shop} à un proche ?`,
    low: "Pas du tout probable",
    high: "Tout à fait probable",
  },
} satisfies Words<typeof en>;
