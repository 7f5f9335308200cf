export const es = {
  open: "Seguir este paquete",
  ofOrder: (order: string) => `Parte del pedido ${order}`,
  back: (order: string) => `Todo sobre el pedido ${order}`,
  updated: (ago: string) => `Actualizado ${ago}`,
  silent: (day: string) =>
    `No hay novedades desde el ${day}. Ocurre a veces entre dos paradas. Seguimos pendientes; si te preocupa, escríbenos.`,
  localTimes: "Las horas son las de la dirección de entrega.",
  noScans: "El transportista aún no lo ha escaneado. El primer escaneo puede tardar un día.",
  next: "¿Te ayudamos?",
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
      text: "Lleva un documento de identidad. Normalmente lo guardan alrededor de una semana.",
    },
    delivered: { title: "Tu paquete se ha entregado", text: "" },
    returned: {
      title: "Tu paquete está volviendo a nosotros",
      text: "El transportista no pudo entregarlo. Escríbenos y te lo enviamos de nuevo o te devolvemos el dinero.",
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
    title: "¿Entregado, pero no está?",
    lead: (time: string) => `Según el transportista, se entregó el ${time}.`,
    first: "La mayoría de los paquetes aparece en uno de estos sitios. ¿Has mirado ahí?",
    places: [
      "Con tus vecinos y con quienes vives",
      "En el buzón, en la puerta, en el garaje o en otro lugar seguro",
      "En recepción o en el punto de recogida más cercano",
    ],
    tooSoon: (time: string) =>
      `Algunos transportistas lo dan por entregado hasta un día antes. Si no ha llegado el ${time}, dínoslo aquí.`,
    looked: "He mirado en todos estos sitios",
    lookedMissing: "Mira ahí primero y después marca la casilla",
    note: "Algo que nos ayude a encontrarlo (opcional)",
    submit: "Avisar a la tienda",
    prove:
      "Tenemos que asegurarnos de que el pedido es tuyo. Ábrelo con el código que te enviamos y vuelve aquí.",
    over: "Este paquete no figura como entregado. Mira dónde está:",
    message: (parcel: string, time: string) =>
      `Mi paquete ${parcel} no ha llegado. Figura como entregado el ${time}. He preguntado a los vecinos y he mirado en todos los lugares seguros y en el punto de recogida.`,
  },
};
