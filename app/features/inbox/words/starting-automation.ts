import type { MacroSays } from "../automation/macro";
import type { RuleSays } from "../automation/rule";

/** What a merchant may begin with: answers that every shop writes, to be changed before they are saved. */
export const startingMacros = {
  whereIsIt: {
    name: "Where is my order?",
    texts: {
      en: `Hi {{ customer.first_name | default: "there" }},

{% if parcel.delivered_on %}Your parcel of order {{ order.name }} was delivered on {{ parcel.delivered_on }}. Please look around your door and ask your neighbours. If it is not there, answer this message and we will look for it.
{% elsif parcel.tracking_number %}Your order {{ order.name }} is on its way with {{ parcel.carrier }}, tracking number {{ parcel.tracking_number }}.{% if parcel.expected %} We expect it on {{ parcel.expected }}.{% endif %}
{% else %}Your order {{ order.name }} is being prepared.{% if order.expected %} We expect it to arrive {{ order.expected }}.{% endif %} You will get a message as soon as it leaves.
{% endif %}
Here you can see where it is at any time: {{ order.url }}`,
      de: `Hallo {{ customer.first_name }},

{% if parcel.delivered_on %}das Paket zur Bestellung {{ order.name }} wurde am {{ parcel.delivered_on }} zugestellt. Bitte schauen Sie rund um Ihre Tür und fragen Sie Ihre Nachbarn. Ist es nicht da, antworten Sie bitte auf diese Nachricht, dann suchen wir danach.
{% elsif parcel.tracking_number %}Ihre Bestellung {{ order.name }} ist mit {{ parcel.carrier }} unterwegs, Sendungsnummer {{ parcel.tracking_number }}.{% if parcel.expected %} Wir erwarten sie am {{ parcel.expected }} bei Ihnen.{% endif %}
{% else %}Ihre Bestellung {{ order.name }} wird gerade vorbereitet.{% if order.expected %} Voraussichtliche Ankunft: {{ order.expected }}.{% endif %} Sobald sie unser Haus verlässt, bekommen Sie eine Nachricht.
{% endif %}
Hier sehen Sie jederzeit, wo sie ist: {{ order.url }}`,
      fr: `Bonjour {{ customer.first_name }},

{% if parcel.delivered_on %}Le colis de votre commande {{ order.name }} a été livré le {{ parcel.delivered_on }}. Regardez près de votre porte et demandez à vos voisins. S’il n’y est pas, répondez à ce message et nous le chercherons.
{% elsif parcel.tracking_number %}Votre commande {{ order.name }} est en route avec {{ parcel.carrier }}, numéro de suivi {{ parcel.tracking_number }}.{% if parcel.expected %} Nous l’attendons le {{ parcel.expected }}.{% endif %}
{% else %}Votre commande {{ order.name }} est en préparation.{% if order.expected %} Arrivée prévue : {{ order.expected }}.{% endif %} Vous recevrez un message dès son départ.
{% endif %}
Vous pouvez la suivre à tout moment ici : {{ order.url }}`,
    },
    actions: [{ do: "tag", tag: "where is it" }],
  },
  howToReturn: {
    name: "How do I return something?",
    texts: {
      en: `Hi {{ customer.first_name | default: "there" }},

you can start the return of your order {{ order.name }} here: {{ return.url }}
Choose what you send back and why. You then get a label, and we tell you when your parcel has arrived.`,
      de: `Hallo {{ customer.first_name }},

hier können Sie die Rücksendung Ihrer Bestellung {{ order.name }} beginnen: {{ return.url }}
Wählen Sie, was Sie zurückschicken und warum. Danach bekommen Sie ein Etikett, und wir melden uns, sobald Ihr Paket angekommen ist.`,
      fr: `Bonjour {{ customer.first_name }},

Vous pouvez commencer le retour de votre commande {{ order.name }} ici : {{ return.url }}
Choisissez ce que vous renvoyez et pourquoi. Vous recevrez ensuite une étiquette, et un message dès que votre colis sera arrivé.`,
    },
    actions: [{ do: "tag", tag: "return" }],
  },
  lookingIntoIt: {
    name: "We are looking into it",
    texts: {
      en: `Hi {{ customer.first_name | default: "there" }},

thank you for telling us. We are looking into it, and you will hear from us{% if conversation.reply_by %} by {{ conversation.reply_by }}{% else %} as soon as we know more{% endif %}.`,
      de: `Hallo {{ customer.first_name }},

danke, dass Sie uns das gemeldet haben. Wir gehen dem nach und melden uns{% if conversation.reply_by %} bis {{ conversation.reply_by }}{% else %}, sobald wir mehr wissen{% endif %}.`,
      fr: `Bonjour {{ customer.first_name }},

Merci de nous avoir prévenus. Nous nous en occupons et vous aurez de nos nouvelles{% if conversation.reply_by %} avant le {{ conversation.reply_by }}{% else %} dès que nous en saurons plus{% endif %}.`,
    },
    actions: [{ do: "snooze", until: "tomorrow" }],
  },
} as const satisfies Record<string, MacroSays>;

const always = { hours: null, match: "all", stops: false } as const;

/** Rules that most shops find useful; each is off until it is switched on. */
export const startingRules: Readonly<Record<string, RuleSays>> = {
  whereIsIt: {
    ...always,
    name: "Tag “Where is my order?”",
    on: "message",
    match: "any",
    conditions: [
      {
        about: "text",
        is: "is",
        of: [
          ...["where is my", "tracking", "not arrived", "hasn't arrived", "not received"],
          ...["wo ist mein", "noch nicht angekommen", "sendungsnummer", "où est ma commande", "pas reçu"],
        ],
      },
      { about: "reason", is: "is", of: ["whereIsIt"] },
    ],
    actions: [{ do: "tag", tag: "where is it" }],
  },
  vip: {
    ...always,
    name: "VIPs first",
    on: "message",
    conditions: [{ about: "vip", is: true }],
    actions: [{ do: "prioritise", priority: "high" }],
  },
  lost: {
    ...always,
    name: "Lost or returned parcel",
    on: "message",
    conditions: [{ about: "delivery", is: "is", of: ["lost", "returned", "failed"] }],
    actions: [
      { do: "prioritise", priority: "urgent" },
      { do: "note", text: "The parcel of {{ order.name }} may not arrive: look at it before you answer." },
    ],
  },
  change: {
    ...always,
    name: "Change before it ships",
    on: "opened",
    conditions: [
      { about: "fulfilment", is: "is", of: ["unfulfilled"] },
      {
        about: "text",
        is: "is",
        of: ["cancel", "change", "wrong address", "stornieren", "ändern", "annuler"],
      },
    ],
    actions: [
      { do: "prioritise", priority: "urgent" },
      { do: "tag", tag: "before shipping" },
    ],
  },
  unhappy: {
    ...always,
    name: "Not satisfied: look again",
    on: "ratedBadly",
    conditions: [],
    actions: [{ do: "reopen" }, { do: "prioritise", priority: "high" }, { do: "tag", tag: "unhappy" }],
  },
};
