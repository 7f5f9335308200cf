import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const es = {
  unsubscribe: {
    ask: "¿Menos correos?",
    text: (shop) =>
      `${shop} dejará de enviarle lo prescindible. Seguirá recibiendo lo importante: confirmaciones, problemas y reembolsos.`,
    button: "No enviarlos",
    done: "Hecho",
    doneText: "A partir de ahora solo recibirá lo importante.",
  },
  texts: {
    ending: "BAJA para terminar",
    stopped: (shop) => `${shop}: no recibirá más mensajes. Responda START para reanudar.`,
    started: (shop) => `${shop}: vuelve a recibir aquí las novedades de sus pedidos. BAJA para terminar.`,
    help: (shop, url) => `${shop}: novedades de sus pedidos. Ayuda: ${url} BAJA para terminar.`,
  },
} satisfies Words<typeof en>;
