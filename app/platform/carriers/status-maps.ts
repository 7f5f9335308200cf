import type { ParcelStatus, StatusMap } from "./status";

/** EasyPost, Tracker.status and TrackingDetail.status (docs.easypost.com/docs/trackers). */
export const EASYPOST_STATUS: StatusMap = {
  unknown: null,
  pre_transit: "preparing",
  in_transit: "inTransit",
  out_for_delivery: "outForDelivery",
  delivered: "delivered",
  available_for_pickup: "readyForPickup",
  return_to_sender: "returned",
  failure: "failed",
  cancelled: "cancelled",
  canceled: "cancelled",
  error: null,
};

/** EasyPost, status_detail: what it adds to the status. Those that add nothing are null. */
export const EASYPOST_DETAIL: StatusMap = {
  address_correction: "delayed",
  arrived_at_destination: null,
  arrived_at_facility: null,
  arrived_at_pickup_location: "readyForPickup",
  awaiting_information: null,
  cancelled: "cancelled",
  damaged: "failed",
  delayed: "delayed",
  delivery_exception: "delayed",
  departed_facility: null,
  departed_origin_facility: null,
  expired: null,
  failure: "failed",
  held: "delayed",
  in_transit: null,
  label_created: "preparing",
  lost: "lost",
  missorted: "delayed",
  out_for_delivery: "outForDelivery",
  received_at_destination_facility: null,
  received_at_origin_facility: null,
  refused: "returned",
  return: "returned",
  status_update: null,
  transferred_to_destination_carrier: null,
  transit_exception: "delayed",
  unknown: null,
  weather_delay: "delayed",
};

/** Shippo, TrackingStatus.status (docs.goshippo.com/docs/tracking/tracking). */
export const SHIPPO_STATUS: StatusMap = {
  unknown: null,
  pre_transit: "preparing",
  transit: "inTransit",
  delivered: "delivered",
  returned: "returned",
  failure: "failed",
};

/** Shippo, TrackingStatus.substatus.code. */
export const SHIPPO_DETAIL: StatusMap = {
  information_received: "preparing",
  address_issue: "delayed",
  contact_carrier: "delayed",
  delayed: "delayed",
  delivery_attempted: "attempted",
  delivery_rescheduled: "delayed",
  delivery_scheduled: null,
  location_inaccessible: "attempted",
  notice_left: "attempted",
  out_for_delivery: "outForDelivery",
  package_accepted: null,
  package_arrived: null,
  package_damaged: "failed",
  package_departed: null,
  package_forwarded: null,
  package_held: "delayed",
  package_processed: null,
  package_processing: null,
  pickup_available: "readyForPickup",
  reschedule_delivery: "delayed",
  delivered: "delivered",
  package_disposed: "failed",
  package_lost: "lost",
  package_unclaimed: "returned",
  package_undeliverable: "failed",
  return_to_sender: "returned",
  other: null,
};

/** Shopify, FulfillmentEventStatus and FulfillmentDisplayStatus (Admin API 2026-07). */
export const SHOPIFY_STATUS: StatusMap = {
  label_purchased: "preparing",
  label_printed: "preparing",
  label_voided: "preparing",
  submitted: "preparing",
  confirmed: "shipped",
  fulfilled: "shipped",
  marked_as_fulfilled: "shipped",
  carrier_picked_up: "shipped",
  in_transit: "inTransit",
  delayed: "delayed",
  out_for_delivery: "outForDelivery",
  attempted_delivery: "attempted",
  ready_for_pickup: "readyForPickup",
  picked_up: "delivered",
  delivered: "delivered",
  not_delivered: "returned",
  failure: "failed",
  canceled: "cancelled",
};

const words = (status: ParcelStatus, codes: string): StatusMap =>
  Object.fromEntries(codes.split(" ").map((code) => [code, status]));

/** What carriers without an adapter of their own say most often. */
export const GENERIC_STATUS: StatusMap = {
  ...SHOPIFY_STATUS,
  ...SHIPPO_DETAIL,
  ...EASYPOST_DETAIL,
  ...SHIPPO_STATUS,
  ...EASYPOST_STATUS,
  ...words(
    "preparing",
    "created registered manifested info_received information_received pre_shipment booked",
  ),
  ...words(
    "shipped",
    "accepted collected picked_up_by_carrier received_by_carrier posted shipped handed_over",
  ),
  ...words("inTransit", "intransit transit departed arrived sorted on_the_way on_its_way linehaul"),
  ...words("heldByCustoms", "customs held_by_customs in_customs customs_hold customs_delay held_in_customs"),
  ...words("delayed", "delay on_hold held rescheduled exception"),
  ...words("outForDelivery", "outfordelivery with_courier on_vehicle loaded_for_delivery"),
  ...words(
    "attempted",
    "attempted attempt_fail failed_attempt delivery_attempt delivery_failed carded not_home",
  ),
  ...words(
    "readyForPickup",
    "ready_for_collection available_for_collection awaiting_collection at_pickup_point",
  ),
  ...words(
    "delivered",
    "collected_by_recipient signed completed delivered_to_neighbour delivered_to_safe_place",
  ),
  ...words("returned", "returning returned_to_sender return_in_progress rts refused unclaimed"),
  ...words("lost", "missing lost_in_transit"),
  ...words("failed", "undeliverable undelivered damaged destroyed"),
  ...words("cancelled", "void voided label_cancelled"),
};
