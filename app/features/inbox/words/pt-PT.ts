import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ptPT = {
  noSubject: "Sem assunto",
  subject: (order: string) => `A sua mensagem sobre a encomenda ${order}`,
  form: {
    title: "Escreva-nos",
    more: "Escrever novamente",
    label: "A sua mensagem",
    hint: (email: string) => `Respondemos por e-mail para ${email}.`,
    hintNoEmail: "Encontra a nossa resposta nesta página.",
    submit: "Enviar mensagem",
    check: "A sua mensagem ainda não foi enviada",
    empty: "Escreva primeiro a sua mensagem",
    tooLong: (most: string) =>
      `Uma mensagem pode ter, no máximo, ${most} caracteres. Encurte-a um pouco, por favor.`,
    limited: "Já nos escreveu várias vezes na última hora. Tente novamente um pouco mais tarde.",
  },
  sent: {
    title: "Recebemos a sua mensagem",
    text: (email: string) =>
      `Uma pessoa da nossa equipa vai lê-la e responder por e-mail para ${email}. Basta responder a esse e-mail; também pode ler tudo aqui.`,
    textNoEmail: "Uma pessoa da nossa equipa vai lê-la. Encontra a resposta na página da sua encomenda.",
    back: "Voltar à sua encomenda",
  },
  thread: {
    title: "As suas mensagens sobre esta encomenda",
    all: "As suas mensagens",
    you: "Eu",
    closed: "Damos este assunto por resolvido. Escreva-nos novamente quando quiser.",
    photo: (at: number) => `Fotografia ${at}`,
  },
  absent: {
    title: "A sua mensagem não foi enviada",
    text: "A ligação de onde veio já não é válida. O seu texto está abaixo: copie-o, procure novamente a sua encomenda e envie-o a partir daí.",
    lookUp: "Procurar a minha encomenda",
  },
  acknowledged: (time: string, number: string) =>
    `Obrigado, recebemos a sua mensagem. Uma pessoa da nossa equipa responde até ${time}.\n\nO número da mensagem é ${number}. Se quiser acrescentar algo, basta responder a este e-mail.`,
  mail: {
    title: (shop: string) => `Uma resposta da loja ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `A ${day}, escreveu:`,
    about: (order: string) => `Sobre a sua encomenda ${order}.`,
    answer: "Basta responder a este e-mail: a sua resposta chega até nós.",
  },
  contact: {
    order: "De que encomenda se trata?",
    noOrder: "Nenhuma encomenda em particular",
    reason: "Qual é o assunto?",
    reasons: {
      whereIsIt: "Onde está a minha encomenda?",
      returning: "Devolução ou troca",
      wrong: "Artigo danificado ou errado",
      change: "Alterar ou cancelar a encomenda",
      other: "Outro assunto",
    },
    reasonMissing: "Escolha o assunto",
    email: "O seu e-mail",
    emailMissing: "Indique o e-mail para o qual podemos responder",
    photos: (most) => `Fotografias (no máximo ${most})`,
    photosAgain: "Escolha de novo as suas fotografias: não foram guardadas.",
    withPhotos: "Enviar mensagem com fotografias",
    sent: (email) => `Uma pessoa da nossa equipa vai lê-la e responder por e-mail para ${email}.`,
  },
  rating: {
    invitation: "O seu pedido está encerrado. Ficou bem resolvido?",
    question: "O seu pedido ficou bem resolvido?",
    yes: "Sim",
    no: "Não",
    comment: "Quer acrescentar alguma coisa? (opcional)",
    submit: "Enviar resposta",
    thanks: "Obrigado pela sua resposta.",
  },
  effort: {
    question: "Foi fácil resolver o assunto?",
    low: "Muito difícil",
    high: "Muito fácil",
  },
  recommend: {
    question: (shop: string) => `Qual a probabilidade de recomendar ${shop} a um amigo?`,
    low: "Nada provável",
    high: "Muito provável",
  },
} satisfies Words<typeof en>;
