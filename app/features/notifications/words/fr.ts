import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const days = (count: number) => (count <= 1 ? `${count} jour` : `${count} jours`);

export const fr = {
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
    preview: (total) => `Tout est en ordre. Total : ${total}.`,
  },
  orderCancelled: {
    subject: (order, shop) => `${shop} : la commande ${order} est annulée`,
    title: "Votre commande est annulée",
    text: "Rien d’autre ne sera envoyé. Ce que vous avez payé vous revient par le même moyen ; les banques mettent 3 à 10 jours.",
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
  },
} satisfies Words<typeof en>;
