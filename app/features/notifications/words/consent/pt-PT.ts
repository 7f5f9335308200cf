import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ptPT = {
  unsubscribe: {
    ask: "Menos e-mails?",
    text: (shop) =>
      `${shop} deixará de enviar o que é dispensável. Continuará a receber o importante: confirmações, problemas e reembolsos.`,
    button: "Não enviar",
    done: "Feito",
    doneText: "A partir de agora, só recebe o importante.",
  },
  texts: {
    ending: "Responda PARAR para sair",
    stopped: (shop) => `${shop}: não recebe mais mensagens. Responda START para retomar.`,
    started: (shop) =>
      `${shop}: volta a receber aqui as novidades das suas encomendas. Responda PARAR para sair.`,
    help: (shop, url) => `${shop}: novidades das suas encomendas. Ajuda: ${url} Responda PARAR para sair.`,
  },
} satisfies Words<typeof en>;
