import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ptPT = {
  open: "Seguir este pacote",
  ofOrder: (order: string) => `Parte da encomenda ${order}`,
  back: (order: string) => `Tudo sobre a encomenda ${order}`,
  updated: (ago: string) => `Atualizado ${ago}`,
  silent: (day: string) =>
    `Não há novidades desde ${day}. Acontece entre duas paragens. Estamos atentos; se estiver com receio, escreva-nos.`,
  localTimes: "As horas são as da morada de entrega.",
  noScans: "A transportadora ainda não o registou. O primeiro registo pode demorar um dia.",
  next: "Podemos ajudar?",
  missing: "Não chegou",
  wrong: "Algo está errado ou danificado",
  pickUpAt: "Onde levantar",
  label: { heldByCustoms: "Na alfândega", lost: "Extraviado" },
  state: {
    preparing: { title: "O seu pacote está a ser embalado", text: "Recebe um e-mail assim que sair." },
    shipped: {
      title: "O seu pacote foi enviado",
      text: "O primeiro registo da transportadora pode demorar um dia.",
    },
    inTransit: { title: "O seu pacote está a caminho", text: "" },
    heldByCustoms: {
      title: "A alfândega está a verificar o seu pacote",
      text: "Costuma demorar alguns dias. Se houver direitos a pagar, a transportadora entra em contacto consigo.",
    },
    readyForPickup: {
      title: "O seu pacote está pronto para levantar",
      text: "Leve um documento de identificação. Em geral, um pacote fica guardado cerca de uma semana.",
    },
    delivered: { title: "O seu pacote foi entregue", text: "" },
    returned: {
      title: "O seu pacote está a voltar para nós",
      text: "A transportadora não o conseguiu entregar. Escreva-nos: enviamo-lo novamente ou fazemos o reembolso.",
    },
    lost: {
      title: "A transportadora não encontra o seu pacote",
      text: "Lamentamos. Escreva-nos e resolvemos o assunto.",
    },
    failed: {
      title: "A transportadora tem um problema com o seu pacote",
      text: "Escreva-nos e apuramos o que aconteceu.",
    },
  },
  notArrived: {
    title: "Consta como entregue, mas não está aí?",
    lead: (time: string) => `Data de entrega indicada pela transportadora: ${time}.`,
    first: "A maioria dos pacotes aparece num destes sítios. Já procurou aí?",
    places: [
      "Nos vizinhos e junto de quem vive consigo",
      "Na caixa do correio, à porta, na garagem ou noutro sítio seguro",
      "Na receção ou no ponto de recolha mais próximo",
    ],
    tooSoon: (time: string) =>
      `Algumas transportadoras dão um pacote como entregue até um dia antes de chegar. Se não estiver aí até ${time}, diga-nos aqui.`,
    looked: "Já procurei em todos estes sítios",
    lookedMissing: "Procure primeiro nesses sítios e depois assinale esta caixa",
    note: "Algo que nos ajude a encontrá-lo (opcional)",
    submit: "Avisar a loja",
    prove:
      "Temos de ter a certeza de que a encomenda é sua. Abra-a com o código que lhe enviamos e depois volte aqui.",
    over: "Este pacote não consta como entregue. Veja onde está:",
    message: (parcel: string, time: string) =>
      `O meu pacote ${parcel} não chegou. Consta como entregue: ${time}. Perguntei aos vizinhos e procurei em todos os sítios seguros e no ponto de recolha.`,
  },
} satisfies Words<typeof en>;
