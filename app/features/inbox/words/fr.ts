import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const fr = {
  noSubject: "Sans objet",
  subject: (order) => `Votre message au sujet de la commande ${order}`,
  form: {
    title: "Écrivez-nous",
    more: "Écrire à nouveau",
    label: "Votre message",
    hint: (email) => `Nous répondons par e-mail à ${email}.`,
    hintNoEmail: "Vous trouverez notre réponse sur cette page.",
    submit: "Envoyer le message",
    check: "Votre message n’a pas encore été envoyé",
    empty: "Écrivez d’abord votre message",
    tooLong: (most) => `Un message peut contenir ${most} caractères au plus. Merci de le raccourcir.`,
    limited: "Vous nous avez écrit plusieurs fois en une heure. Merci de réessayer un peu plus tard.",
  },
  sent: {
    title: "Nous avons reçu votre message",
    text: (email) =>
      `Une personne le lit et répond par e-mail à ${email}. Il vous suffira de répondre à cet e-mail ; tout se retrouve aussi ici.`,
    textNoEmail: "Une personne le lit. Vous trouverez la réponse sur la page de votre commande.",
    back: "Retour à votre commande",
  },
  thread: {
    title: "Vos messages au sujet de cette commande",
    all: "Vos messages",
    you: "Vous",
    closed: "Pour nous, tout est réglé. Écrivez-nous à nouveau quand vous voulez.",
    photo: (at: number) => `Photo ${at}`,
  },
  absent: {
    title: "Votre message n’a pas été envoyé",
    text: "Le lien par lequel vous êtes venu n’est plus valable. Votre texte est ci-dessous : copiez-le, retrouvez votre commande et envoyez-le de là.",
    lookUp: "Retrouver ma commande",
  },
  acknowledged: (time, number) =>
    `Merci, nous avons bien reçu votre message. Une personne vous répond au plus tard le ${time}.\n\nSon numéro est ${number}. Pour ajouter quelque chose, répondez simplement à cet e-mail.`,
  mail: {
    title: (shop) => `Une réponse de ${shop}`,
    re: (subject) => `Re: ${subject}`,
    youWrote: (day) => `Le ${day}, vous avez écrit :`,
    about: (order) => `Au sujet de votre commande ${order}.`,
    answer: "Répondez simplement à cet e-mail : votre réponse nous parvient.",
  },
  contact: {
    order: "De quelle commande s’agit-il ?",
    noOrder: "Aucune commande en particulier",
    reason: "De quoi s’agit-il ?",
    reasons: {
      whereIsIt: "Où est ma commande ?",
      returning: "Retour ou échange",
      wrong: "Article endommagé ou erroné",
      change: "Modifier ou annuler ma commande",
      other: "Autre chose",
    },
    reasonMissing: "Choisissez de quoi il s’agit",
    email: "Votre adresse e-mail",
    emailMissing: "Indiquez l’adresse e-mail à laquelle nous pouvons répondre",
    photos: (most) => `Photos (${most} au maximum)`,
    photosAgain: "Merci de choisir à nouveau vos photos : elles n’ont pas été conservées.",
    withPhotos: "Envoyer un message avec des photos",
    sent: (email) => `Une personne le lit et répond par e-mail à ${email}.`,
  },
  rating: {
    invitation: "Votre demande est close. A-t-elle été bien résolue ?",
    question: "Votre demande a-t-elle été bien résolue ?",
    yes: "Oui",
    no: "Non",
    comment: "Souhaitez-vous ajouter quelque chose ? (facultatif)",
    submit: "Envoyer la réponse",
    thanks: "Merci pour votre réponse.",
  },
  effort: {
    question: "Était-il facile d’obtenir une solution ?",
    low: "Très difficile",
    high: "Très facile",
  },
  recommend: {
    question: (shop: string) => `Recommanderiez-vous ${shop} à un proche ?`,
    low: "Pas du tout probable",
    high: "Tout à fait probable",
  },
} satisfies Words<typeof en>;
