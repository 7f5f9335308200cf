import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("pt-BR");
const days = (count: number) =>
  plural(count, { one: `${count} dia`, many: `${count} de dias`, other: `${count} dias` });

export const ptBR = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Nova previsão: ${span}`,
  pickUpBy: (day: string) => `Retire até ${day}`,
  stillToCome: "Ainda por enviar",
  hello: (name: string) => `Olá, ${name}!`,
  helloNobody: "Olá!",
  order: (name: string) => `Pedido ${name}`,
  quantity: (count: number) => `Quantidade: ${count}`,
  subtotal: "Subtotal",
  discount: "Desconto",
  shipping: "Frete",
  tax: "Impostos",
  taxIncluded: "Impostos (inclusos)",
  total: "Total",
  shipsTo: "Enviar para",
  shippingMethod: "Forma de envio",
  expected: (span: string) => `Previsão de entrega: ${span}`,
  items: "Seu pedido",
  track: "Acompanhar o pedido",
  seeOrder: "Ver o pedido",
  trackParcel: "Rastrear o pacote",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Esta loja não aceita devoluções."
      : `Não deu certo? Você pode devolver em até ${days(count)} após a entrega, direto na página do pedido. Itens vendidos sem direito a devolução não podem voltar.`,
  footer: (shop: string) => `Você recebeu este e-mail porque fez um pedido na loja ${shop}.`,
  footerReply: "Dúvidas? Abra a página do pedido e escreva para a gente por lá: vemos o seu pedido na hora.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: recebemos seu pedido ${order}`,
    title: "Obrigado, recebemos seu pedido",
    text: "Estamos preparando tudo e avisamos assim que ele estiver a caminho.",
    nothingToShip: "Não há nada para enviar neste pedido.",
    preview: (total: string) => `Tudo certo. Total: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: pedido ${order} cancelado`,
    title: "Seu pedido foi cancelado",
    money:
      "O que você já pagou volta pela mesma forma de pagamento; os bancos levam de 3 a 10 dias para mostrar o valor.",
    preview: "Nada mais será enviado.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: o pedido ${order} está a caminho`,
    title: "Seu pacote está a caminho",
    text: "Ele já está com a transportadora. Na página abaixo você sempre vê onde ele está.",
    preview: "Ele já está com a transportadora.",
    inside: "Neste pacote",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: o pedido ${order} chegou`,
    title: "Seu pacote chegou",
    text: "A transportadora informa que ele foi entregue. Não encontrou? Veja primeiro na porta ou na portaria e com os vizinhos, depois escreva para a gente pela página do pedido.",
    preview: "A transportadora informa que ele foi entregue.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: recebemos sua solicitação de devolução ${rma}`,
    title: "Recebemos sua solicitação de devolução",
    text: "Agora uma pessoa da equipe vai analisar. Avisamos assim que houver uma decisão; até lá, fique com os itens.",
    preview: "Agora uma pessoa da equipe vai analisar.",
    items: "O que você quer devolver",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: sua etiqueta de devolução ${rma}`,
    title: "Sua etiqueta de devolução está pronta",
    text: "Imprima a etiqueta, cole no pacote e faça a postagem. Ela vai anexada em três tamanhos de papel; escolha o da sua impressora.",
    preview: "Imprima, embale e poste.",
    steps: "Como devolver",
    step: [
      "Embale os itens junto com o canhoto que fica abaixo da linha de corte.",
      "Cubra ou retire etiquetas antigas e cole a nova por cima.",
      "Poste o pacote e guarde o comprovante.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: sobre sua solicitação de devolução ${rma}`,
    title: "Não podemos aceitar esta devolução",
    text: "Sentimos muito: não foi possível aceitar esta solicitação.",
    reasons: {
      RETURN_PERIOD_ENDED: "O prazo para devolver estes itens terminou.",
      FINAL_SALE: "Estes itens foram vendidos sem direito a devolução.",
      OTHER: "Se tiver dúvidas, escreva para a gente pela página do pedido.",
    },
    preview: "Veja o motivo.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: devolução ${rma} cancelada`,
    title: "Sua devolução foi cancelada",
    text: "Você não precisa enviar nada. Enquanto o prazo durar, você pode iniciar outra devolução na página do pedido.",
    preview: "Você não precisa enviar nada.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: o reembolso da devolução ${rma}`,
    title: "Seu reembolso está a caminho",
    text: (amount: string) =>
      `Recebemos sua devolução e reembolsamos ${amount} pela mesma forma de pagamento. Os bancos levam de 3 a 10 dias para mostrar o valor.`,
    preview: (amount: string) => `Reembolsamos ${amount}.`,
    creditTitle: "Seu crédito está pronto",
    credit: (amount: string) =>
      `Recebemos sua devolução e colocamos ${amount} de crédito na sua conta da loja. Ele já vale na sua próxima compra.`,
    giftCard: (amount: string, code: string) =>
      `Recebemos a devolução. Aqui está um vale-presente de ${amount}. Digite este código ao finalizar a compra: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Seu pedido foi alterado",
      text: "Veja como ficou. Algo não está como combinado? Escreva para a gente pela página do pedido.",
    },
    paymentPending: {
      title: "Estamos aguardando seu pagamento",
      text: "Seu pedido sai assim que o pagamento chegar. Já pagou? Então não precisa fazer nada; os bancos podem levar alguns dias.",
    },
    paymentFailed: {
      title: "Seu pagamento não foi aprovado",
      text: "Não conseguimos receber o pagamento, por isso o pedido ainda não vai sair. Se ainda quiser o pedido, escreva para a gente pela página dele.",
    },
    orderRefunded: {
      title: "Seu reembolso está a caminho",
      text: (amount: string) =>
        `O valor de ${amount} volta pela mesma forma de pagamento. Os bancos levam de 3 a 10 dias para mostrar o valor.`,
    },
    orderPartShipped: {
      title: "Parte do seu pedido está a caminho",
      text: "Esta parte já está com a transportadora. O restante vem depois, e avisamos quando sair.",
    },
    outForDelivery: {
      title: "Seu pacote saiu para entrega",
      text: "A transportadora pretende entregar hoje.",
    },
    deliveryAttempted: {
      title: "A transportadora não conseguiu entregar seu pacote",
      text: "Não havia ninguém para receber. Em geral a transportadora tenta de novo no próximo dia útil ou deixa um aviso de onde ele está.",
    },
    readyForPickup: {
      title: "Seu pacote está pronto para retirada",
      text: "Ele espera por você no ponto de retirada. Leve um documento e este e-mail; depois de alguns dias ele volta para nós.",
    },
    heldByCustoms: {
      title: "Seu pacote está na alfândega",
      text: "A alfândega está conferindo, o que pode levar alguns dias. Se precisarem de algo de você, a transportadora entra em contato.",
    },
    deliveryFailed: {
      title: "Há um problema com seu pacote",
      text: "A transportadora informou um problema na entrega. Confira o endereço na página do pedido e, se não estiver certo, escreva para a gente por lá.",
    },
    returnedToSender: {
      title: "Seu pacote está voltando para nós",
      text: "A transportadora não conseguiu entregar. Escreva para a gente pela página do pedido e encontramos uma saída: enviar de novo ou devolver seu dinheiro.",
    },
    orderLateToShip: {
      title: "Seu pedido está demorando mais do que dissemos",
      text: "Ele ainda não saiu daqui. Pedimos desculpas e avisamos assim que sair.",
    },
    deliveryLate: {
      title: "Seu pacote vai atrasar",
      text: "Ele não vai chegar no dia que informamos. Pedimos desculpas pela espera e estamos de olho nele.",
    },
    deliveryStillLate: {
      title: "Seu pacote está mais atrasado do que pensávamos",
      text: "Ele não chegou como esperávamos. Pedimos desculpas e seguimos acompanhando.",
    },
    deliveryBackOnTrack: {
      title: "Seu pacote voltou a andar",
      text: "Ele ficou parado, mas já está a caminho de novo.",
    },
    deliveryLost: {
      title: "Parece que seu pacote se perdeu",
      text: "Faz tempo demais que não há notícia dele. Escreva para a gente pela página do pedido e resolvemos com você.",
    },
    returnApproved: {
      title: "Sua devolução foi aprovada",
      text: "A página do pedido mostra como levar ou enviar os itens de volta.",
    },
    returnReceived: {
      title: "Sua devolução chegou",
      text: "Ela está com a gente e será conferida agora. Avisamos quando terminar.",
    },
    returnChanged: {
      title: "Sua devolução mudou",
      text: "O que volta já não é o mesmo de antes. É assim que está agora; o resto fica com você.",
    },
    returnInspected: {
      title: "Sua devolução foi conferida",
      text: "Conferimos o que você enviou de volta. Avisamos quando o próximo passo estiver pronto.",
    },
    exchangeShipped: {
      title: "Sua troca está sendo preparada",
      text: "Estamos embalando o que você escolheu no lugar. Avisamos de novo quando estiver com a transportadora.",
    },
    exchangeDue: {
      title: "Esperamos seu pacote em breve",
      text: (day: string) =>
        `Enviamos sua troca antes de receber a devolução. Poste a devolução até ${day}. Se já estiver a caminho, está tudo certo.`,
      invoice: "Se não chegar até lá, você receberá uma fatura do que enviamos.",
    },
    replyPromised: {
      title: "Recebemos sua mensagem",
      text: (time: string) => `Você terá uma resposta nossa até: ${time}.`,
    },
  },
  buyerAsked: {
    text: "Seu pedido chegou há algum tempo. No geral, como foi?",
    question: (shop: string) => `Qual a chance de você recomendar ${shop} a um amigo?`,
    low: "Nada provável",
    high: "Muito provável",
  },
} satisfies Words<typeof en>;
