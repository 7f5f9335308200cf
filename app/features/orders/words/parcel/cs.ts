export const cs = {
  open: "Sledovat tuto zásilku",
  ofOrder: (order: string) => `Část objednávky ${order}`,
  back: (order: string) => `Vše o objednávce ${order}`,
  updated: (ago: string) => `Aktualizováno ${ago}`,
  silent: (day: string) =>
    `Poslední zpráva: ${day}. Mezi dvěma zastávkami se to stává. Zásilku hlídáme; pokud máte obavy, napište nám.`,
  localTimes: "Časy platí v místě doručení.",
  noScans: "Dopravce ji zatím nenaskenoval. První sken může trvat den.",
  next: "Můžeme pomoci?",
  missing: "Nedorazila",
  wrong: "Něco je špatně nebo poškozené",
  pickUpAt: "Kde ji vyzvednout",
  label: { heldByCustoms: "Na celnici", lost: "Ztracená" },
  state: {
    preparing: { title: "Vaši zásilku balíme", text: "Jakmile odejde, pošleme vám e-mail." },
    shipped: { title: "Vaše zásilka odešla", text: "První sken dopravce může trvat den." },
    inTransit: { title: "Vaše zásilka je na cestě", text: "" },
    heldByCustoms: {
      title: "Celnice kontroluje vaši zásilku",
      text: "Často to trvá několik dní. Pokud bude třeba zaplatit clo, dopravce se vám ozve.",
    },
    readyForPickup: {
      title: "Vaše zásilka je připravena k vyzvednutí",
      text: "Vezměte si prosím doklad totožnosti. Zásilka se obvykle uchovává asi týden.",
    },
    delivered: { title: "Vaše zásilka byla doručena", text: "" },
    returned: {
      title: "Vaše zásilka se vrací k nám",
      text: "Dopravce ji nemohl předat. Napište nám a pošleme ji znovu, nebo vrátíme peníze.",
    },
    lost: {
      title: "Dopravce nemůže vaši zásilku najít",
      text: "Omlouváme se. Napište nám a dáme to do pořádku.",
    },
    failed: { title: "Dopravce má s vaší zásilkou potíže", text: "Napište nám a zjistíme, co se stalo." },
  },
  notArrived: {
    title: "Doručeno, ale není tam?",
    lead: (time: string) => `Dopravce hlásí doručení: ${time}.`,
    first: "Většina zásilek se najde na jednom z těchto míst. Podívali jste se tam?",
    places: [
      "U sousedů a u všech, s kým bydlíte",
      "Ve schránce, u dveří, v garáži nebo na jiném bezpečném místě",
      "Na recepci nebo na blízkém výdejním místě",
    ],
    tooSoon: (time: string) =>
      `Někteří dopravci hlásí doručení až den předem. Pokud nedorazí do této doby, dejte nám vědět zde: ${time}`,
    looked: "Všechna tato místa jsou prohledaná",
    lookedMissing: "Nejprve se tam prosím podívejte a pak pole zaškrtněte",
    note: "Cokoli, co může pomoci ji najít (nepovinné)",
    submit: "Oznámit obchodu",
    prove:
      "Musíme se ujistit, že je to vaše objednávka. Otevřete ji kódem, který vám pošleme, a pak se vraťte sem.",
    over: "Tato zásilka není označena jako doručená. Podívejte se, kde je:",
    message: (parcel: string, time: string) =>
      `Moje zásilka ${parcel} nedorazila. Doručení bylo hlášeno: ${time}. Ptali jsme se sousedů a prohledali všechna bezpečná místa i výdejní místo.`,
  },
};
