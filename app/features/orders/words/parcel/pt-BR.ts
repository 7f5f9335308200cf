import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ptBR = {
  open: "Rastrear este pacote",
  ofOrder: (order: string) => `Parte do pedido ${order}`,
  back: (order: string) => `Tudo sobre o pedido ${order}`,
  updated: (ago: string) => `Atualizado ${ago}`,
  silent: (day: string) =>
    `Sem novidades desde ${day}. Isso acontece entre duas paradas. Estamos de olho; se você estiver com receio, fale com a gente.`,
  localTimes: "Os horários são os do endereço de entrega.",
  noScans: "A transportadora ainda não registrou o pacote. O primeiro registro pode levar um dia.",
  next: "Podemos ajudar?",
  missing: "Ele não chegou",
  wrong: "Algo está errado ou danificado",
  pickUpAt: "Onde retirar",
  label: { heldByCustoms: "Na alfândega", lost: "Extraviado" },
  state: {
    preparing: {
      title: "Seu pacote está sendo embalado",
      text: "Você recebe um e-mail assim que ele sair.",
    },
    shipped: {
      title: "Seu pacote foi enviado",
      text: "O primeiro registro da transportadora pode levar um dia.",
    },
    inTransit: { title: "Seu pacote está a caminho", text: "" },
    heldByCustoms: {
      title: "A alfândega está verificando seu pacote",
      text: "Isso costuma levar alguns dias. Se houver tributos a pagar, a transportadora avisa você.",
    },
    readyForPickup: {
      title: "Seu pacote está pronto para retirada",
      text: "Leve um documento de identidade. Em geral, um pacote fica guardado por cerca de uma semana.",
    },
    delivered: { title: "Seu pacote foi entregue", text: "" },
    returned: {
      title: "Seu pacote está voltando para nós",
      text: "A transportadora não conseguiu entregar. Fale com a gente: enviamos de novo ou fazemos o reembolso.",
    },
    lost: {
      title: "A transportadora não encontra seu pacote",
      text: "Sentimos muito. Fale com a gente e resolvemos.",
    },
    failed: {
      title: "A transportadora está com um problema no seu pacote",
      text: "Fale com a gente e descobrimos o que aconteceu.",
    },
  },
  notArrived: {
    title: "Consta como entregue, mas não está aí?",
    lead: (time: string) => `Segundo a transportadora, a entrega foi em ${time}.`,
    first: "A maioria dos pacotes aparece em um destes lugares. Você já olhou?",
    places: [
      "Com os vizinhos e com quem mora com você",
      "Na caixa de correio, na porta, na garagem ou em outro lugar seguro",
      "Na portaria ou no ponto de retirada mais próximo",
    ],
    tooSoon: (time: string) =>
      `Algumas transportadoras registram a entrega até um dia antes de o pacote chegar. Se ele não estiver aí até ${time}, avise a gente aqui.`,
    looked: "Já olhei em todos esses lugares",
    lookedMissing: "Olhe primeiro nesses lugares e depois marque esta caixa",
    note: "Algo que ajude a encontrar o pacote (opcional)",
    submit: "Avisar a loja",
    prove:
      "Precisamos ter certeza de que o pedido é seu. Abra com o código que enviamos e depois volte aqui.",
    over: "Este pacote não consta como entregue. Veja onde ele está:",
    message: (parcel: string, time: string) =>
      `Meu pacote ${parcel} não chegou. Ele consta como entregue em ${time}. Perguntei aos vizinhos e olhei em todos os lugares seguros e no ponto de retirada.`,
  },
} satisfies Words<typeof en>;
