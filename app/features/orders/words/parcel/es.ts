import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const es = {
  open: "Seguir este paquete",
  ofOrder: (order: string) => `Parte del pedido ${order}`,
  back: (order: string) => `Todo sobre el pedido ${order}`,
  updated: (ago: string) => `Actualizado ${ago}`,
  silent: (day: string) =>
    `No hay novedades desde el ${day}. Ocurre entre dos paradas. Seguimos pendientes; si te preocupa, escríbenos.`,
  localTimes: "Las horas son las del lugar de entrega.",
  noScans: "El transportista aún no lo ha escaneado. El primer escaneo puede tardar un día.",
  next: "¿Podemos ayudarte?",
  missing: "No ha llegado",
  wrong: "Algo está mal o dañado",
  pickUpAt: "Dónde recogerlo",
  label: { heldByCustoms: "En la aduana", lost: "Perdido" },
  state: {
    preparing: { title: "Estamos preparando tu paquete", text: "Recibirás un correo en cuanto salga." },
    shipped: {
      title: "Tu paquete ha salido",
      text: "El primer escaneo del transportista puede tardar un día.",
    },
    inTransit: { title: "Tu paquete está en camino", text: "" },
    heldByCustoms: {
      title: "La aduana está revisando tu paquete",
      text: "Suele tardar unos días. Si hay que pagar aranceles, el transportista te lo pedirá.",
    },
    readyForPickup: {
      title: "Tu paquete está listo para recoger",
      text: "Lleva un documento de identidad. Normalmente guardan los paquetes alrededor de una semana.",
    },
    delivered: { title: "Tu paquete se ha entregado", text: "" },
    returned: {
      title: "Tu paquete está volviendo a nosotros",
      text: "El transportista no ha podido entregarlo. Escríbenos y te lo enviaremos de nuevo o te haremos un reembolso.",
    },
    lost: {
      title: "El transportista no encuentra tu paquete",
      text: "Lo sentimos. Escríbenos y lo resolvemos.",
    },
    failed: {
      title: "El transportista tiene un problema con tu paquete",
      text: "Escríbenos y averiguaremos qué ha pasado.",
    },
  },
  notArrived: {
    title: "¿Entregado, pero no lo encuentras?",
    lead: (time: string) => `El transportista indica que se entregó el ${time}.`,
    first: "La mayoría de los paquetes aparecen en uno de estos sitios. ¿Has mirado ahí?",
    places: [
      "En casa de tus vecinos y con las personas con las que vives",
      "En el buzón, en la puerta, en el garaje u otro lugar seguro",
      "En la recepción o en el punto de recogida cercano",
    ],
    tooSoon: (time: string) =>
      `Algunos transportistas dan un paquete por entregado hasta un día antes de que llegue. Si no está ahí el ${time}, dínoslo aquí.`,
    looked: "He mirado en todos estos sitios",
    lookedMissing: "Mira primero en esos sitios y después marca esta casilla",
    note: "Algo que nos ayude a encontrarlo (opcional)",
    submit: "Avisar a la tienda",
    prove:
      "Tenemos que asegurarnos de que el pedido es tuyo. Ábrelo con el código que te enviamos y vuelve aquí.",
    over: "Este paquete no figura como entregado. Mira dónde está:",
    message: (parcel: string, time: string) =>
      `Mi paquete ${parcel} no ha llegado. Figura como entregado el ${time}. He preguntado a mis vecinos y he mirado en todos los lugares seguros y en el punto de recogida.`,
  },
} satisfies Words<typeof en>;
