import type { Words } from "~/platform/i18n/words";
import type { en } from "./en";

export const ro = {
  open: "Urmăriți acest colet",
  ofOrder: (order: string) => `Parte din comanda ${order}`,
  back: (order: string) => `Totul despre comanda ${order}`,
  updated: (ago: string) => `Actualizat ${ago}`,
  silent: (day: string) =>
    `De pe ${day} nu mai este nicio veste. Se întâmplă între două opriri. Îl urmărim în continuare; dacă aveți griji, scrieți-ne.`,
  localTimes: "Orele sunt cele de la adresa de livrare.",
  noScans: "Curierul nu l-a scanat încă. Prima scanare poate dura o zi.",
  next: "Putem ajuta?",
  missing: "Nu a ajuns",
  wrong: "Ceva este greșit sau deteriorat",
  pickUpAt: "De unde îl ridicați",
  label: { heldByCustoms: "La vamă", lost: "Pierdut" },
  state: {
    preparing: { title: "Coletul se ambalează", text: "Primiți un e-mail imediat ce pleacă." },
    shipped: { title: "Coletul a plecat", text: "Prima scanare a curierului poate dura o zi." },
    inTransit: { title: "Coletul este pe drum", text: "" },
    heldByCustoms: {
      title: "Coletul este verificat la vamă",
      text: "Deseori durează câteva zile. Dacă sunt taxe de plată, vi le cere curierul.",
    },
    readyForPickup: {
      title: "Coletul poate fi ridicat",
      text: "Luați cu dvs. un act de identitate. De obicei, coletul este păstrat cam o săptămână.",
    },
    delivered: { title: "Coletul a fost livrat", text: "" },
    returned: {
      title: "Coletul se întoarce la noi",
      text: "Curierul nu l-a putut preda. Scrieți-ne și îl trimitem din nou sau vă rambursăm banii.",
    },
    lost: { title: "Curierul nu găsește coletul", text: "Ne pare rău. Scrieți-ne și rezolvăm." },
    failed: { title: "Curierul are o problemă cu coletul", text: "Scrieți-ne și aflăm ce s-a întâmplat." },
  },
  notArrived: {
    title: "Livrat, dar nu e acolo?",
    lead: (time: string) => `Curierul spune că a fost livrat: ${time}.`,
    first: "Cele mai multe colete apar în unul dintre aceste locuri. Ați verificat acolo?",
    places: [
      "La vecini și la toți cei cu care locuiți",
      "În cutia poștală, la ușă, în garaj sau în alt loc sigur",
      "La recepție sau la punctul de colete din apropiere",
    ],
    tooSoon: (time: string) =>
      `Unii curieri anunță livrarea chiar și cu o zi înainte. Dacă nu ajunge până la ${time}, spuneți-ne aici.`,
    looked: "Am verificat în toate aceste locuri",
    lookedMissing: "Verificați mai întâi acolo, apoi bifați căsuța",
    note: "Orice ne poate ajuta să îl găsim (opțional)",
    submit: "Anunțați magazinul",
    prove:
      "Trebuie să ne asigurăm că este comanda dvs. Deschideți-o cu codul pe care vi-l trimitem, apoi reveniți aici.",
    over: "Acest colet nu figurează ca livrat. Vedeți unde este:",
    message: (parcel: string, time: string) =>
      `Coletul meu ${parcel} nu a ajuns. Figurează ca livrat: ${time}. Am întrebat vecinii și am verificat toate locurile sigure și punctul de colete.`,
  },
} satisfies Words<typeof en>;
