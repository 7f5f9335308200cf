import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const es = {
  unsubscribe: {
    ask: "¿Menos correos?",
    text: (shop) =>
      `${shop} dejará de enviarte lo prescindible. Seguirás recibiendo lo importante: confirmaciones, problemas y reembolsos.`,
    button: "No enviarlos",
    done: "Hecho",
    doneText: "A partir de ahora solo recibirás lo importante.",
  },
  texts: {
    ending: "BAJA para terminar",
    stopped: (shop) => `${shop}: no recibirás más mensajes. Responde START para reanudar.`,
    started: (shop) => `${shop}: vuelves a recibir aquí las novedades de tus pedidos. BAJA para terminar.`,
    help: (shop, url) => `${shop}: novedades de tus pedidos. Ayuda: ${url} BAJA para terminar.`,
  },
} satisfies Words<typeof en>;
