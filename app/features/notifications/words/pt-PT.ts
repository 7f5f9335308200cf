import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("pt-PT");
const days = (count: number) =>
  plural(count, { one: "1 dia", many: `${count} de dias`, other: `${count} dias` });

export const ptPT = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Nova previsão: ${span}`,
  pickUpBy: (day: string) => `Levante até ${day}`,
  stillToCome: "Ainda por enviar",
  hello: (name: string) => `Olá, ${name},`,
  helloNobody: "Olá,",
  order: (name: string) => `Encomenda ${name}`,
  quantity: (count: number) => `Quantidade: ${count}`,
  subtotal: "Subtotal",
  discount: "Desconto",
  shipping: "Portes de envio",
  tax: "Impostos",
  taxIncluded: "Impostos (incluídos)",
  total: "Total",
  shipsTo: "Enviar para",
  shippingMethod: "Método de envio",
  expected: (span: string) => `Entrega prevista: ${span}`,
  items: "A sua encomenda",
  track: "Acompanhar a encomenda",
  seeOrder: "Ver a encomenda",
  trackParcel: "Seguir o pacote",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Esta loja não aceita devoluções."
      : `Não é bem o que queria? Pode devolver no prazo de ${days(count)} após a entrega, diretamente na página da encomenda. Os artigos vendidos sem direito a devolução não podem ser devolvidos.`,
  footer: (shop: string) => `Recebe este e-mail porque fez uma encomenda na loja ${shop}.`,
  footerReply:
    "Tem dúvidas? Abra a página da encomenda e escreva-nos a partir daí: vemos logo de que encomenda se trata.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: recebemos a sua encomenda ${order}`,
    title: "Obrigado, recebemos a sua encomenda",
    text: "Estamos a prepará-la e voltamos a escrever assim que estiver a caminho.",
    nothingToShip: "Não há nada a enviar nesta encomenda.",
    preview: (total: string) => `Está tudo em ordem. Total: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: encomenda ${order} cancelada`,
    title: "A sua encomenda foi cancelada",
    money:
      "O que já pagou é devolvido pelo mesmo método de pagamento; os bancos demoram 3 a 10 dias a mostrá-lo.",
    preview: "Não será enviado mais nada.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: a encomenda ${order} está a caminho`,
    title: "O seu pacote está a caminho",
    text: "Já está com a transportadora. Na página abaixo vê sempre onde se encontra.",
    preview: "Já está com a transportadora.",
    inside: "Neste pacote",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: a encomenda ${order} chegou`,
    title: "O seu pacote chegou",
    text: "A transportadora indica que foi entregue. Não o encontra? Veja primeiro à porta e pergunte aos vizinhos; depois escreva-nos a partir da página da encomenda.",
    preview: "A transportadora indica que foi entregue.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: recebemos o seu pedido de devolução ${rma}`,
    title: "Recebemos o seu pedido de devolução",
    text: "Agora vai ser analisado por uma pessoa da nossa equipa. Avisamos assim que houver uma decisão; até lá, guarde os artigos.",
    preview: "Agora vai ser analisado por uma pessoa da nossa equipa.",
    items: "O que pretende devolver",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: a sua etiqueta de devolução ${rma}`,
    title: "A sua etiqueta de devolução está pronta",
    text: "Imprima a etiqueta, cole-a no pacote e entregue-o. Segue em anexo em três tamanhos de papel; escolha o da sua impressora.",
    preview: "Imprimir, embalar, entregar.",
    steps: "Como devolver",
    step: [
      "Embale os artigos com o talão que está abaixo da linha de corte.",
      "Tape ou retire as etiquetas antigas e cole a nova por cima.",
      "Entregue o pacote e guarde o comprovativo.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: sobre o seu pedido de devolução ${rma}`,
    title: "Não podemos aceitar esta devolução",
    text: "Lamentamos: não foi possível aceitar este pedido.",
    reasons: {
      RETURN_PERIOD_ENDED: "O prazo de devolução destes artigos terminou.",
      FINAL_SALE: "Estes artigos foram vendidos sem direito a devolução.",
      OTHER: "Se tiver dúvidas, escreva-nos a partir da página da encomenda.",
    },
    preview: "Veja o motivo.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: devolução ${rma} cancelada`,
    title: "A sua devolução foi cancelada",
    text: "Não precisa de enviar nada. Enquanto o prazo durar, pode iniciar outra devolução na página da encomenda.",
    preview: "Não precisa de enviar nada.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: o reembolso da devolução ${rma}`,
    title: "O seu reembolso está a caminho",
    text: (amount: string) =>
      `Recebemos a sua devolução e reembolsámos ${amount} pelo mesmo método de pagamento. Os bancos demoram 3 a 10 dias a mostrá-lo.`,
    preview: (amount: string) => `Reembolsámos ${amount}.`,
    creditTitle: "O seu crédito está disponível",
    credit: (amount: string) =>
      `Recebemos a sua devolução e creditámos ${amount} na sua conta da loja. Pode usar esse crédito na próxima compra.`,
    giftCard: (amount: string, code: string) =>
      `Recebemos a devolução. Aqui tem um cartão-oferta no valor de ${amount}. Introduza este código ao finalizar a compra: ${code}`,
  },
  news: {
    orderEdited: {
      title: "A sua encomenda foi alterada",
      text: "Está assim neste momento. Alguma coisa não está como combinado? Escreva-nos a partir da página da encomenda.",
    },
    paymentPending: {
      title: "Aguardamos o seu pagamento",
      text: "A sua encomenda segue assim que o pagamento chegar. Já pagou? Então não precisa de fazer nada; os bancos podem demorar alguns dias.",
    },
    paymentFailed: {
      title: "O seu pagamento não foi concluído",
      text: "Não conseguimos cobrar o pagamento, por isso a encomenda ainda não segue. Se ainda a quiser, escreva-nos a partir da página da encomenda.",
    },
    orderRefunded: {
      title: "O seu reembolso está a caminho",
      text: (amount: string) =>
        `Devolvemos ${amount} pelo mesmo método de pagamento. Os bancos demoram 3 a 10 dias a mostrá-lo.`,
    },
    orderPartShipped: {
      title: "Parte da sua encomenda está a caminho",
      text: "Esta parte já está com a transportadora. O resto segue depois, e avisamos quando sair.",
    },
    outForDelivery: {
      title: "O seu pacote saiu para entrega",
      text: "A transportadora conta entregá-lo hoje.",
    },
    deliveryAttempted: {
      title: "Não foi possível entregar o seu pacote",
      text: "Não estava ninguém para o receber. Em geral, a transportadora volta a tentar no dia útil seguinte ou deixa um aviso com o local onde está.",
    },
    readyForPickup: {
      title: "O seu pacote está pronto para levantar",
      text: "Está à sua espera no ponto de recolha. Leve um documento de identificação e este e-mail; ao fim de alguns dias, volta para nós.",
    },
    heldByCustoms: {
      title: "O seu pacote está na alfândega",
      text: "A alfândega está a verificá-lo, o que pode demorar alguns dias. Se for preciso algo da sua parte, a transportadora entra em contacto.",
    },
    deliveryFailed: {
      title: "Há um problema com o seu pacote",
      text: "A transportadora comunicou um problema na entrega. Verifique a morada na página da encomenda e, se não estiver correta, escreva-nos a partir daí.",
    },
    returnedToSender: {
      title: "O seu pacote está a voltar para nós",
      text: "A transportadora não conseguiu entregá-lo. Escreva-nos a partir da página da encomenda e encontramos uma solução: novo envio ou reembolso.",
    },
    orderLateToShip: {
      title: "A sua encomenda está a demorar mais do que dissemos",
      text: "Ainda não saiu daqui. Pedimos desculpa e avisamos assim que sair.",
    },
    deliveryLate: {
      title: "O seu pacote vai atrasar-se",
      text: "Não vai chegar no dia que indicámos. Pedimos desculpa pela espera e estamos a acompanhá-lo.",
    },
    deliveryStillLate: {
      title: "O seu pacote está mais atrasado do que pensávamos",
      text: "Não chegou como esperávamos. Pedimos desculpa e continuamos a acompanhá-lo.",
    },
    deliveryBackOnTrack: {
      title: "O seu pacote está de novo em andamento",
      text: "Esteve parado, mas já está outra vez a caminho.",
    },
    deliveryLost: {
      title: "O seu pacote parece ter-se perdido",
      text: "Há demasiado tempo que não há notícias dele. Escreva-nos a partir da página da encomenda e resolvemos o assunto consigo.",
    },
    returnApproved: {
      title: "A sua devolução foi aprovada",
      text: "A página da encomenda indica como trazer ou enviar os artigos.",
    },
    returnReceived: {
      title: "A sua devolução chegou",
      text: "Já a temos e vamos agora verificá-la. Avisamos quando estiver concluído.",
    },
    returnChanged: {
      title: "A sua devolução mudou",
      text: "O que é devolvido já não é o mesmo que antes. É assim que está agora; o resto fica consigo.",
    },
    returnInspected: {
      title: "A sua devolução foi verificada",
      text: "Verificámos o que nos enviou. Avisamos quando o próximo passo estiver concluído.",
    },
    exchangeShipped: {
      title: "A sua troca está a ser preparada",
      text: "Estamos a embalar o que escolheu em troca. Voltamos a escrever quando estiver com a transportadora.",
    },
    exchangeDue: {
      title: "Contamos receber em breve o seu pacote",
      text: (day: string) =>
        `Enviámos a troca antecipadamente. Entregue a devolução até ${day}. Se já está a caminho, está tudo bem.`,
      invoice: "Se não chegar até lá, receberá uma fatura do que enviámos.",
    },
    replyPromised: {
      title: "Recebemos a sua mensagem",
      text: (time: string) => `Respondemos, o mais tardar, até: ${time}.`,
    },
  },
  buyerAsked: {
    text: "A sua encomenda chegou há algum tempo. No geral, como correu?",
    question: (shop: string) => `Qual a probabilidade de recomendar ${shop} a um amigo?`,
    low: "Nada provável",
    high: "Muito provável",
  },
} satisfies Words<typeof en>;
