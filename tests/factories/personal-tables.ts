/**
 * Every table of a shop's data, by whether it may hold something of a shopper. A new table belongs in one of these
 * lists: where it may, the tests of erasing have to fill it, and find nothing in it afterwards.
 */

/** Filled by tests/jobs/privacy.test.ts: an order, its parcels and returns, and what is told of them. */
export const OF_ORDERS = [
  "conversation",
  "conversation_search",
  "customer",
  "file",
  "fulfilment",
  "fulfilment_event",
  "inbound_mail",
  "label_purchase",
  "lookup",
  "message",
  "notification",
  "one_time_code",
  "orders",
  "parcel_track",
  "refund_approval",
  "return",
  "return_label",
  "return_line",
  "return_note",
  "stray_item",
  "webhook_delivery",
];

/** Filled by tests/jobs/privacy-inbox.test.ts: conversations, and what is asked and noted beside them. */
export const OF_THE_INBOX = [
  "automation_run",
  "contact_consent",
  "conversation",
  "conversation_draft",
  "conversation_search",
  "conversation_tag",
  "customer",
  "enclosure",
  "file",
  "import_file",
  "import_part",
  "import_person",
  "imported_message",
  "inbound_mail",
  "message",
  "message_file",
  "notification",
  "order_action",
  "orders",
  "recommendation",
  "suppression",
];

/** These hold nothing of a shopper. */
export const OF_NOBODY = [
  // what the merchant and the staff decided, wrote for everybody, or are
  ...[
    "automation_rule",
    "automation_rule_version",
    "carrier_account",
    "channel_account",
    "macro",
    "mail_source",
  ],
  ...["message_template", "policy_version", "saved_view", "sending_domain", "settings", "shop_profile"],
  ...["staff_signature", "team", "team_member", "conversation_follower", "conversation_presence"],
  // which things belong together, by their ids; what happened when; how often; how long it took
  ...["bulk_change", "conversation_import", "conversation_order", "fact", "fulfilment_line", "import_thread"],
  ...["message_photo", "parcel_watch", "rate_limit", "reading", "return_photo", "sla_clock"],
  // goods and amounts, for the books
  ...["ledger", "ledger_entry", "ledger_entry_line", "ledger_line", "order_line"],
  // what was learned of many, and of nobody in particular
  ...["delay_back_test", "delay_model", "tag_model", "unknown_carrier_code"],
  // how far work on all of it has come; receipts of numbers
  ...["backfill", "privacy_request", "retention_sweep", "return_sweep", "sweep"],
];
