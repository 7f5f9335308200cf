import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const es = {
  noSubject: "Sin asunto",
  subject: (order: string) => `Tu mensaje sobre el pedido ${order}`,
  form: {
    title: "Escríbenos",
    more: "Escribir de nuevo",
    label: "Tu mensaje",
    hint: (email: string) => `Respondemos por correo a ${email}.`,
    hintNoEmail: "Encontrarás nuestra respuesta en esta página.",
    submit: "Enviar mensaje",
    check: "Tu mensaje aún no se ha enviado",
    empty: "Escribe primero tu mensaje",
    tooLong: (most: string) => `Un mensaje puede tener ${most} caracteres como máximo. Acórtalo un poco.`,
    limited: "Nos has escrito varias veces en una hora. Inténtalo de nuevo un poco más tarde.",
  },
  sent: {
    title: "Hemos recibido tu mensaje",
    text: (email: string) =>
      `Lo leerá una persona de nuestro equipo y te responderá por correo a ${email}. Puedes contestar directamente a ese correo; aquí también podrás leerlo todo.`,
    textNoEmail:
      "Lo leerá una persona de nuestro equipo. Encontrarás la respuesta en la página de tu pedido.",
    back: "Volver a tu pedido",
  },
  thread: {
    title: "Tus mensajes sobre este pedido",
    all: "Tus mensajes",
    you: "Tú",
    closed: "Damos este asunto por resuelto. Escríbenos de nuevo cuando quieras.",
    photo: (at: number) => `Foto ${at}`,
  },
  absent: {
    title: "Tu mensaje no se ha enviado",
    text: "El enlace desde el que has llegado ya no es válido. Tu texto está aquí abajo: cópialo, busca de nuevo tu pedido y envíalo desde allí.",
    lookUp: "Buscar mi pedido",
  },
  acknowledged: (time: string, number: string) =>
    `Gracias, hemos recibido tu mensaje. Una persona de nuestro equipo te responderá, como muy tarde, el ${time}.\n\nSu número es ${number}. Si quieres añadir algo, contesta directamente a este correo.`,
  mail: {
    title: (shop: string) => `Una respuesta de ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `El ${day} escribiste:`,
    about: (order: string) => `Sobre tu pedido ${order}.`,
    answer: "Contesta directamente a este correo: nos llegará tu respuesta.",
  },
  contact: {
    order: "¿De qué pedido se trata?",
    noOrder: "Ningún pedido en concreto",
    reason: "¿De qué se trata?",
    reasons: {
      whereIsIt: "¿Dónde está mi pedido?",
      returning: "Devolución o cambio",
      wrong: "Artículo dañado o equivocado",
      change: "Cambiar o cancelar mi pedido",
      other: "Otra cosa",
    },
    reasonMissing: "Elige de qué se trata",
    email: "Tu correo electrónico",
    emailMissing: "Escribe el correo al que podemos responderte",
    photos: (most) => `Fotos (${most} como máximo)`,
    photosAgain: "Vuelve a elegir tus fotos: no se han guardado.",
    withPhotos: "Enviar un mensaje con fotos",
    sent: (email) => `Lo leerá una persona de nuestro equipo y te responderá por correo a ${email}.`,
  },
  rating: {
    invitation: "Tu consulta está cerrada. ¿Se resolvió bien?",
    question: "¿Se resolvió bien tu consulta?",
    yes: "Sí",
    no: "No",
    comment: "¿Quieres añadir algo? (opcional)",
    submit: "Enviar respuesta",
    thanks: "Gracias por tu respuesta.",
  },
  effort: {
    question: "¿Fue fácil resolverlo?",
    low: "Muy difícil",
    high: "Muy fácil",
  },
  recommend: {
    question: (shop: string) => `¿Qué probabilidad hay de que recomiendes ${shop} a un amigo?`,
    low: "Nada probable",
    high: "Muy probable",
  },
} satisfies Words<typeof en>;
