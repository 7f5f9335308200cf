import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ptBR = {
  unsubscribe: {
    ask: "Menos e-mails?",
    text: (shop) =>
      `${shop} vai deixar de enviar o que é dispensável. Você continua recebendo o importante: confirmações, problemas e reembolsos.`,
    button: "Não enviar",
    done: "Pronto",
    doneText: "A partir de agora, você só recebe o importante.",
  },
  texts: {
    ending: "Responda PARAR para sair",
    stopped: (shop) => `${shop}: você não recebe mais mensagens. Responda START para voltar.`,
    started: (shop) =>
      `${shop}: você volta a receber aqui as novidades dos seus pedidos. Responda PARAR para sair.`,
    help: (shop, url) => `${shop}: novidades dos seus pedidos. Ajuda: ${url} Responda PARAR para sair.`,
  },
} satisfies Words<typeof en>;
