import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ptBR = {
  noSubject: "Sem assunto",
  subject: (order: string) => `Sua mensagem sobre o pedido ${order}`,
  form: {
    title: "Fale com a gente",
    more: "Escrever de novo",
    label: "Sua mensagem",
    hint: (email: string) => `Respondemos por e-mail para ${email}.`,
    hintNoEmail: "Você encontra nossa resposta nesta página.",
    submit: "Enviar mensagem",
    check: "Sua mensagem ainda não foi enviada",
    empty: "Escreva sua mensagem primeiro",
    tooLong: (most: string) => `Uma mensagem pode ter no máximo ${most} caracteres. Encurte um pouco.`,
    limited: "Você já escreveu várias vezes na última hora. Tente de novo um pouco mais tarde.",
  },
  sent: {
    title: "Recebemos sua mensagem",
    text: (email: string) =>
      `Uma pessoa da equipe vai ler e responder por e-mail para ${email}. Basta responder a esse e-mail; você também pode ler tudo aqui.`,
    textNoEmail: "Uma pessoa da equipe vai ler. A resposta aparece na página do seu pedido.",
    back: "Voltar ao seu pedido",
  },
  thread: {
    title: "Suas mensagens sobre este pedido",
    all: "Suas mensagens",
    you: "Você",
    closed: "Consideramos este assunto resolvido. Escreva de novo quando quiser.",
    photo: (at: number) => `Foto ${at}`,
  },
  absent: {
    title: "Sua mensagem não foi enviada",
    text: "O link de onde você veio não vale mais. Seu texto está aqui embaixo: copie, busque seu pedido de novo e envie por lá.",
    lookUp: "Buscar meu pedido",
  },
  acknowledged: (time: string, number: string) =>
    `Obrigado! Recebemos sua mensagem, e uma pessoa da equipe responde até ${time}.\n\nO número dela é ${number}. Se quiser acrescentar algo, é só responder a este e-mail.`,
  mail: {
    title: (shop: string) => `Uma resposta da loja ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Em ${day}, você escreveu:`,
    about: (order: string) => `Sobre seu pedido ${order}.`,
    answer: "É só responder a este e-mail: sua resposta chega até nós.",
  },
  contact: {
    order: "De qual pedido se trata?",
    noOrder: "Nenhum pedido específico",
    reason: "Qual é o assunto?",
    reasons: {
      whereIsIt: "Onde está meu pedido?",
      returning: "Devolução ou troca",
      wrong: "Produto danificado ou errado",
      change: "Alterar ou cancelar meu pedido",
      other: "Outro assunto",
    },
    reasonMissing: "Escolha o assunto",
    email: "Seu e-mail",
    emailMissing: "Informe o e-mail para o qual podemos responder",
    photos: (most) => `Fotos (no máximo ${most})`,
    photosAgain: "Escolha suas fotos de novo: elas não foram guardadas.",
    withPhotos: "Enviar mensagem com fotos",
    sent: (email) => `Uma pessoa da equipe vai ler e responder por e-mail para ${email}.`,
  },
  rating: {
    invitation: "Seu atendimento foi encerrado. Foi bem resolvido?",
    question: "Seu atendimento foi bem resolvido?",
    yes: "Sim",
    no: "Não",
    comment: "Quer acrescentar algo? (opcional)",
    submit: "Enviar resposta",
    thanks: "Obrigado pela sua resposta.",
  },
  effort: {
    question: "Foi fácil resolver isso?",
    low: "Muito difícil",
    high: "Muito fácil",
  },
  recommend: {
    question: (shop: string) => `Qual a chance de você recomendar ${shop} a um amigo?`,
    low: "Nada provável",
    high: "Muito provável",
  },
} satisfies Words<typeof en>;
