import { pluralIn } from "~/platform/i18n/plural";
import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

const plural = pluralIn("es");
const days = (count: number) =>
  plural(count, { one: "1 día", many: `${count} de días`, other: `${count} días` });

export const es = {
  about: (shop: string, title: string, order: string) => `${shop}: ${title} (${order})`,
  nowExpected: (span: string) => `Nueva fecha prevista: ${span}`,
  pickUpBy: (day: string) => `Recógelo hasta el ${day}`,
  stillToCome: "Pendiente de envío",
  hello: (name: string) => `Hola, ${name}:`,
  helloNobody: "Hola:",
  order: (name: string) => `Pedido ${name}`,
  quantity: (count: number) => `Cantidad: ${count}`,
  subtotal: "Subtotal",
  discount: "Descuento",
  shipping: "Envío",
  tax: "Impuestos",
  taxIncluded: "Impuestos (incluidos)",
  total: "Total",
  shipsTo: "Se envía a",
  shippingMethod: "Método de envío",
  expected: (span: string) => `Entrega prevista: ${span}`,
  items: "Tu pedido",
  track: "Seguir tu pedido",
  seeOrder: "Ver tu pedido",
  trackParcel: "Seguir el paquete",
  trackingNumber: (carrier: string, number: string) => (carrier ? `${carrier}: ${number}` : number),
  returnPolicy: (count: number) =>
    count === 0
      ? "Esta tienda no acepta devoluciones."
      : `¿No es lo que esperabas? Puedes devolverlo en un plazo de ${days(count)} desde la entrega, directamente desde la página del pedido. Los artículos de venta final no se pueden devolver.`,
  footer: (shop: string) => `Recibes este correo porque has comprado en ${shop}.`,
  footerReply:
    "¿Tienes preguntas? Abre la página de tu pedido y escríbenos desde allí: así vemos tu pedido al momento.",
  orderConfirmed: {
    subject: (order: string, shop: string) => `${shop}: hemos recibido tu pedido ${order}`,
    title: "Gracias, hemos recibido tu pedido",
    text: "Lo estamos preparando y te escribiremos en cuanto esté en camino.",
    nothingToShip: "En este pedido no hay nada que enviar.",
    preview: (total: string) => `Todo en orden. Total: ${total}.`,
  },
  orderCancelled: {
    subject: (order: string, shop: string) => `${shop}: pedido ${order} cancelado`,
    title: "Tu pedido se ha cancelado",
    money:
      "Lo que ya pagaste vuelve por el mismo medio de pago; los bancos tardan entre 3 y 10 días en mostrarlo.",
    preview: "No se enviará nada más.",
  },
  orderShipped: {
    subject: (order: string, shop: string) => `${shop}: tu pedido ${order} está en camino`,
    title: "Tu paquete está en camino",
    text: "Ya lo tiene el transportista. En la página de abajo puedes ver siempre dónde está.",
    preview: "Ya lo tiene el transportista.",
    inside: "En este paquete",
  },
  orderDelivered: {
    subject: (order: string, shop: string) => `${shop}: tu pedido ${order} ha llegado`,
    title: "Tu paquete ha llegado",
    text: "El transportista indica que se ha entregado. ¿No lo encuentras? Mira primero en la puerta y pregunta a tus vecinos; después, escríbenos desde la página del pedido.",
    preview: "El transportista indica que se ha entregado.",
  },
  returnRequested: {
    subject: (rma: string, shop: string) => `${shop}: hemos recibido tu solicitud de devolución ${rma}`,
    title: "Hemos recibido tu solicitud de devolución",
    text: "Ahora la revisará una persona de nuestro equipo. Te avisaremos en cuanto haya una decisión; hasta entonces, conserva los artículos.",
    preview: "Ahora la revisará una persona de nuestro equipo.",
    items: "Lo que quieres devolver",
  },
  returnLabelled: {
    subject: (rma: string, shop: string) => `${shop}: tu etiqueta de devolución ${rma}`,
    title: "Tu etiqueta de devolución está lista",
    text: "Imprime la etiqueta, pégala en el paquete y entrégalo. Va adjunta en tres tamaños de papel; elige el que use tu impresora.",
    preview: "Imprime, empaqueta y entrega.",
    steps: "Cómo devolverlo",
    step: [
      "Empaqueta los artículos junto con el resguardo que hay bajo la línea de corte.",
      "Tapa o quita las etiquetas antiguas y pega la nueva encima.",
      "Entrega el paquete y guarda el comprobante.",
    ],
  },
  returnDeclined: {
    subject: (rma: string, shop: string) => `${shop}: sobre tu solicitud de devolución ${rma}`,
    title: "No podemos aceptar esta devolución",
    text: "Lo sentimos: no hemos podido aceptar la solicitud.",
    reasons: {
      RETURN_PERIOD_ENDED: "El plazo para devolver estos artículos ha terminado.",
      FINAL_SALE: "Estos artículos se vendieron sin derecho a devolución.",
      OTHER: "Si tienes preguntas, escríbenos desde la página del pedido.",
    },
    preview: "Consulta el motivo.",
  },
  returnCancelled: {
    subject: (rma: string, shop: string) => `${shop}: devolución ${rma} cancelada`,
    title: "Tu devolución se ha cancelado",
    text: "No tienes que enviar nada. Mientras dure el plazo, puedes iniciar otra devolución desde la página del pedido.",
    preview: "No tienes que enviar nada.",
  },
  returnRefunded: {
    subject: (rma: string, shop: string) => `${shop}: el reembolso de tu devolución ${rma}`,
    title: "Tu reembolso está en camino",
    text: (amount: string) =>
      `Hemos recibido tu devolución y te hemos reembolsado ${amount} por el mismo medio de pago. Los bancos tardan entre 3 y 10 días en mostrarlo.`,
    preview: (amount: string) => `Te hemos reembolsado ${amount}.`,
    creditTitle: "Tu saldo ya está disponible",
    credit: (amount: string) =>
      `Hemos recibido tu devolución y hemos añadido ${amount} al saldo de tu cuenta en la tienda. Lo tendrás disponible en tu próxima compra.`,
    giftCard: (amount: string, code: string) =>
      `Hemos recibido la devolución. Aquí tienes una tarjeta regalo por valor de ${amount}. Introduce este código al pagar: ${code}`,
  },
  news: {
    orderEdited: {
      title: "Tu pedido ha cambiado",
      text: "Así queda ahora. ¿Hay algo que no es lo acordado? Escríbenos desde la página del pedido.",
    },
    paymentPending: {
      title: "Estamos esperando tu pago",
      text: "Tu pedido saldrá en cuanto llegue el pago. ¿Ya has pagado? Entonces no tienes que hacer nada; los bancos pueden tardar unos días.",
    },
    paymentFailed: {
      title: "Tu pago no se ha completado",
      text: "No hemos podido cobrar el pago, así que el pedido aún no sale. Si todavía lo quieres, escríbenos desde la página del pedido.",
    },
    orderRefunded: {
      title: "Tu reembolso está en camino",
      text: (amount: string) =>
        `Te devolvemos ${amount} por el mismo medio de pago. Los bancos tardan entre 3 y 10 días en mostrarlo.`,
    },
    orderPartShipped: {
      title: "Parte de tu pedido está en camino",
      text: "El transportista ya tiene esta parte. El resto irá después y te escribiremos cuando salga.",
    },
    outForDelivery: {
      title: "Tu paquete está en reparto",
      text: "El transportista tiene previsto entregarlo hoy.",
    },
    deliveryAttempted: {
      title: "No se ha podido entregar tu paquete",
      text: "No había nadie para recogerlo. Lo habitual es que lo intenten de nuevo el siguiente día laborable o dejen un aviso con el lugar donde espera.",
    },
    readyForPickup: {
      title: "Tu paquete está listo para recoger",
      text: "Te espera en el punto de recogida. Lleva un documento de identidad y este correo; pasados unos días, volverá a nosotros.",
    },
    heldByCustoms: {
      title: "Tu paquete está en la aduana",
      text: "La aduana lo está revisando y puede tardar unos días. Si necesitan algo de ti, el transportista te contactará.",
    },
    deliveryFailed: {
      title: "Hay un problema con tu paquete",
      text: "El transportista informa de un problema con la entrega. Comprueba la dirección en la página del pedido y, si no es correcta, escríbenos desde allí.",
    },
    returnedToSender: {
      title: "Tu paquete vuelve a nosotros",
      text: "El transportista no ha podido entregarlo. Escríbenos desde la página del pedido y buscamos una solución: enviarlo otra vez o devolverte el dinero.",
    },
    orderLateToShip: {
      title: "Tu pedido tarda más de lo que dijimos",
      text: "Todavía no ha salido. Lo sentimos y te escribiremos en cuanto salga.",
    },
    deliveryLate: {
      title: "Tu paquete llegará con retraso",
      text: "No llegará el día que te dijimos. Sentimos la espera y lo seguimos de cerca.",
    },
    deliveryStillLate: {
      title: "Tu paquete se retrasa más de lo que pensábamos",
      text: "No ha llegado cuando esperábamos. Lo sentimos y seguimos pendientes.",
    },
    deliveryBackOnTrack: {
      title: "Tu paquete vuelve a moverse",
      text: "Estaba parado y ya está otra vez en camino.",
    },
    deliveryLost: {
      title: "Parece que tu paquete se ha perdido",
      text: "Hace demasiado tiempo que no hay noticias de él. Escríbenos desde la página del pedido y lo resolvemos contigo.",
    },
    returnApproved: {
      title: "Tu devolución está aprobada",
      text: "En la página del pedido verás cómo traer o enviar los artículos.",
    },
    returnReceived: {
      title: "Tu devolución ha llegado",
      text: "Ya la tenemos y vamos a revisarla. Te avisaremos cuando terminemos.",
    },
    returnChanged: {
      title: "Tu devolución ha cambiado",
      text: "Lo que se devuelve ya no es lo mismo que antes. Así queda ahora; lo demás te lo quedas.",
    },
    returnInspected: {
      title: "Hemos revisado tu devolución",
      text: "Ya hemos comprobado lo que nos enviaste. Te avisaremos cuando termine el siguiente paso.",
    },
    exchangeShipped: {
      title: "Tu cambio está en preparación",
      text: "Estamos empaquetando lo que elegiste en su lugar. Te escribiremos cuando lo tenga el transportista.",
    },
    exchangeDue: {
      title: "Esperamos pronto tu paquete",
      text: (day: string) =>
        `Te enviamos el cambio por adelantado. Entrega tu devolución, como muy tarde, el ${day}. Si ya está en camino, todo está bien.`,
      invoice: "Si no llega para entonces, recibirás una factura por lo que enviamos.",
    },
    replyPromised: {
      title: "Hemos recibido tu mensaje",
      text: (time: string) => `Tendrás noticias nuestras, como muy tarde: ${time}.`,
    },
  },
  buyerAsked: {
    text: "Tu pedido llegó hace un tiempo. ¿Qué tal fue todo?",
    question: (shop: string) => `¿Qué probabilidad hay de que recomiendes ${shop} a un amigo?`,
    low: "Nada probable",
    high: "Muy probable",
  },
} satisfies Words<typeof en>;
