import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const cs = {
  noSubject: "Bez předmětu",
  subject: (order: string) => `Vaše zpráva k objednávce ${order}`,
  form: {
    title: "Napište nám",
    more: "Napsat znovu",
    label: "Vaše zpráva",
    hint: (email: string) => `Odpovíme e-mailem na adresu ${email}.`,
    hintNoEmail: "Naši odpověď najdete na této stránce.",
    submit: "Odeslat zprávu",
    check: "Vaše zpráva zatím nebyla odeslána",
    empty: "Nejprve prosím napište zprávu",
    tooLong: (most: string) => `Zpráva může mít nejvýše ${most} znaků. Zkraťte ji prosím.`,
    limited: "Během hodiny jste nám napsali už několikrát. Zkuste to prosím o něco později.",
  },
  sent: {
    title: "Máme vaši zprávu",
    text: (email: string) =>
      `Někdo z nás si ji přečte a odpoví e-mailem na adresu ${email}. Na ten e-mail můžete jednoduše odpovědět; vše si přečtete i tady.`,
    textNoEmail: "Někdo z nás si ji přečte. Odpověď najdete na stránce objednávky.",
    back: "Zpět na objednávku",
  },
  thread: {
    title: "Vaše zprávy k této objednávce",
    all: "Vaše zprávy",
    you: "Vy",
    closed: "Považujeme to za vyřešené. Kdykoli nám můžete napsat znovu.",
    photo: (at: number) => `Fotografie ${at}`,
  },
  absent: {
    title: "Vaše zpráva nebyla odeslána",
    text: "Odkaz, přes který jste přišli, už neplatí. Váš text je níže: zkopírujte ho, vyhledejte znovu svou objednávku a odešlete ho z její stránky.",
    lookUp: "Vyhledat mou objednávku",
  },
  acknowledged: (time: string, number: string) =>
    `Děkujeme, máme vaši zprávu. Někdo z nás odpoví nejpozději: ${time}.\n\nČíslo zprávy je ${number}. Pokud chcete něco doplnit, stačí odpovědět na tento e-mail.`,
  mail: {
    title: (shop: string) => `Odpověď z obchodu ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `Vaše zpráva (${day}):`,
    about: (order: string) => `K vaší objednávce ${order}.`,
    answer: "Stačí odpovědět na tento e-mail: vaše odpověď nám přijde.",
  },
  contact: {
    order: "Které objednávky se to týká?",
    noOrder: "Žádné konkrétní objednávky",
    reason: "Čeho se to týká?",
    reasons: {
      whereIsIt: "Kde je moje objednávka?",
      returning: "Vrácení nebo výměna",
      wrong: "Poškozené nebo nesprávné zboží",
      change: "Změna nebo zrušení objednávky",
      other: "Něco jiného",
    },
    reasonMissing: "Vyberte, čeho se to týká",
    email: "Vaše e-mailová adresa",
    emailMissing: "Zadejte e-mailovou adresu, na kterou můžeme odpovědět",
    photos: (most) => `Fotografie (nejvýše ${most})`,
    photosAgain: "Vyberte prosím fotografie znovu: nezůstaly uložené.",
    withPhotos: "Poslat zprávu s fotografiemi",
    sent: (email) => `Někdo z nás si ji přečte a odpoví e-mailem na adresu ${email}.`,
  },
  rating: {
    invitation: "Váš dotaz je uzavřen. Vyřešili jsme ho dobře?",
    question: "Vyřešili jsme váš dotaz dobře?",
    yes: "Ano",
    no: "Ne",
    comment: "Chcete něco dodat? (nepovinné)",
    submit: "Odeslat odpověď",
    thanks: "Děkujeme za odpověď.",
  },
  effort: {
    question: "Jak snadné bylo záležitost vyřešit?",
    low: "Velmi obtížné",
    high: "Velmi snadné",
  },
  recommend: {
    question: (shop: string) => `S jakou pravděpodobností doporučíte ${shop} přátelům?`,
    low: "Vůbec ne pravděpodobně",
    high: "Velmi pravděpodobně",
  },
} satisfies Words<typeof en>;
