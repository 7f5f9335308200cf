import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const fr = {
  open: "Suivre ce colis",
  ofOrder: (order) => `Fait partie de la commande ${order}`,
  back: (order) => `Tout sur la commande ${order}`,
  updated: (ago) => `Mis à jour ${ago}`,
  silent: (day) =>
    `Aucune nouvelle depuis le ${day}. Cela arrive entre deux étapes. Nous surveillons ce colis ; si vous vous inquiétez, écrivez-nous.`,
  localTimes: "Les heures sont celles du lieu de livraison.",
  noScans: "Le transporteur ne l’a pas encore scanné. Le premier scan peut prendre une journée.",
  next: "Pouvons-nous vous aider ?",
  missing: "Il n’est pas arrivé",
  wrong: "Un article est erroné ou abîmé",
  pickUpAt: "Où le retirer",
  label: { heldByCustoms: "À la douane", lost: "Perdu" },
  state: {
    preparing: { title: "Votre colis est en préparation", text: "Vous recevrez un e-mail dès son départ." },
    shipped: {
      title: "Votre colis est parti",
      text: "Le premier scan du transporteur peut prendre une journée.",
    },
    inTransit: { title: "Votre colis est en route", text: "" },
    heldByCustoms: {
      title: "La douane contrôle votre colis",
      text: "Cela prend souvent quelques jours. Si des droits sont dus, le transporteur vous les demandera.",
    },
    readyForPickup: {
      title: "Votre colis vous attend",
      text: "Munissez-vous d’une pièce d’identité. Un colis est en général gardé environ une semaine.",
    },
    delivered: { title: "Votre colis a été livré", text: "" },
    returned: {
      title: "Votre colis nous revient",
      text: "Le transporteur n’a pas pu le remettre. Écrivez-nous : nous le renverrons ou vous rembourserons.",
    },
    lost: {
      title: "Le transporteur ne retrouve pas votre colis",
      text: "Nous en sommes désolés. Écrivez-nous et nous trouverons une solution.",
    },
    failed: {
      title: "Le transporteur rencontre un problème avec votre colis",
      text: "Écrivez-nous et nous chercherons ce qui s’est passé.",
    },
  },
  notArrived: {
    title: "Livré, mais introuvable ?",
    lead: (time) => `Le transporteur indique l’avoir livré le ${time}.`,
    first: "La plupart des colis se retrouvent à l’un de ces endroits. Avez-vous regardé ?",
    places: [
      "Chez vos voisins et auprès des personnes qui vivent avec vous",
      "Dans la boîte aux lettres, devant la porte, dans le garage ou un autre endroit sûr",
      "À l’accueil ou au point relais le plus proche",
    ],
    tooSoon: (time) =>
      `Certains transporteurs annoncent un colis jusqu’à un jour avant son arrivée. S’il n’est pas là d’ici le ${time}, dites-le-nous ici.`,
    looked: "J’ai regardé à tous ces endroits",
    lookedMissing: "Regardez d’abord à ces endroits, puis cochez cette case",
    note: "Ce qui peut nous aider à le retrouver (facultatif)",
    submit: "Prévenir la boutique",
    prove:
      "Nous devons nous assurer qu’il s’agit de votre commande. Ouvrez-la avec le code que nous vous envoyons, puis revenez ici.",
    over: "Ce colis n’est pas indiqué comme livré. Voyez où il se trouve :",
    message: (parcel, time) =>
      `Mon colis ${parcel} n’est pas arrivé. Il a été déclaré livré le ${time}. J’ai demandé à mes voisins et cherché dans tous les endroits sûrs et au point relais.`,
  },
} satisfies Words<typeof en>;
