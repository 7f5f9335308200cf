import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const cs = {
  open: "Sledovat tuto zásilku",
  ofOrder: (order: string) => `Část objednávky ${order}`,
  back: (order: string) => `Vše o objednávce ${order}`,
  updated: (ago: string) => `Aktualizováno ${ago}`,
  silent: (day: string) =>
    `Poslední zpráva: ${day}. Mezi dvěma zastávkami bývá někdy ticho. Zásilku hlídáme; pokud máte obavy, napište nám.`,
  localTimes: "Časy platí pro místo doručení.",
  noScans: "Dopravce ji ještě nenaskenoval. První načtení může trvat den.",
  next: "Můžeme pomoci?",
  missing: "Nedorazila",
  wrong: "Něco je špatně nebo poškozené",
  pickUpAt: "Kde ji vyzvednete",
  label: { heldByCustoms: "Na celnici", lost: "Ztraceno" },
  state: {
    preparing: { title: "Vaše zásilka se balí", text: "Jakmile odejde, pošleme vám e-mail." },
    shipped: {
      title: "Vaše zásilka byla odeslána",
      text: "První načtení u dopravce může trvat den.",
    },
    inTransit: { title: "Vaše zásilka je na cestě", text: "" },
    heldByCustoms: {
      title: "Vaši zásilku kontrolují celníci",
      text: "Často to trvá několik dní. Pokud bude třeba zaplatit clo, ozve se vám dopravce.",
    },
    readyForPickup: {
      title: "Vaše zásilka je připravena k vyzvednutí",
      text: "Vezměte si prosím doklad totožnosti. Zásilka bývá uložena asi týden.",
    },
    delivered: { title: "Vaše zásilka byla doručena", text: "" },
    returned: {
      title: "Vaše zásilka se vrací k nám",
      text: "Dopravce ji nemohl předat. Napište nám a pošleme ji znovu, nebo vrátíme peníze.",
    },
    lost: {
      title: "Dopravce nemůže vaši zásilku najít",
      text: "Je nám to líto. Napište nám a dáme to do pořádku.",
    },
    failed: {
      title: "Dopravce má s vaší zásilkou problém",
      text: "Napište nám a zjistíme, co se stalo.",
    },
  },
  notArrived: {
    title: "Doručeno, ale není tam?",
    lead: (time: string) => `Čas doručení podle dopravce: ${time}.`,
    first: "Většina zásilek se najde na některém z těchto míst. Dívali jste se tam?",
    places: [
      "U sousedů a u všech, se kterými bydlíte",
      "Ve schránce, u dveří, v garáži nebo na jiném bezpečném místě",
      "Na recepci nebo na blízkém výdejním místě",
    ],
    tooSoon: (time: string) =>
      `Někteří dopravci hlásí doručení až den předem. Dejte nám prosím vědět tady, pokud zásilka nedorazí do této doby: ${time}.`,
    looked: "Všechna tato místa mám prohledaná",
    lookedMissing: "Nejdřív se tam prosím podívejte a potom zaškrtněte toto políčko",
    note: "Cokoli, co nám ji pomůže najít (nepovinné)",
    submit: "Oznámit obchodu",
    prove:
      "Musíme mít jistotu, že je to vaše objednávka. Otevřete ji kódem, který vám pošleme, a pak se vraťte sem.",
    over: "Tato zásilka není označena jako doručená. Podívejte se, kde je:",
    message: (parcel: string, time: string) =>
      `Moje zásilka ${parcel} nedorazila. Jako doručená byla nahlášena: ${time}. U sousedů, na žádném bezpečném místě ani na výdejním místě není.`,
  },
} satisfies Words<typeof en>;
