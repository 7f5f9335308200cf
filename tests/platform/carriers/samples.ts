import type { Shipment } from "~/platform/carriers/carrier";
import { english } from "../labels/samples";

/** A parcel within the United States that any carrier takes. */
export const domestic: Shipment = {
  reference: "aftercare-0199-1",
  from: {
    name: "Nora Whitfield",
    company: null,
    line1: "388 Townsend St",
    line2: "Apt 20",
    city: "San Francisco",
    province: "CA",
    zip: "94107",
    country: "US",
    phone: "+1 415 555 0142",
    email: "nora@example.com",
  },
  to: {
    name: "Returns",
    company: "Fern & Fable Ltd",
    line1: "179 N Harbor Dr",
    line2: null,
    city: "Redondo Beach",
    province: "CA",
    zip: "90277-2506",
    country: "US",
    phone: "3105550167",
  },
  parcel: { weightGrams: 440, lengthMm: 250, widthMm: 200, heightMm: 100 },
  items: [
    {
      description: "Merino jumper",
      quantity: 2,
      value: { amount: 2325n, currency: "USD" },
      weightGrams: 200,
      hsCode: "611011",
      origin: "PT",
    },
  ],
  signer: "Fern & Fable Ltd",
  label: english,
};

/** The same goods, from France back to the United States. */
export const international: Shipment = {
  ...domestic,
  from: {
    name: "Zoé Lefèvre",
    company: null,
    line1: "12 rue des Martyrs",
    line2: null,
    city: "Paris",
    province: null,
    zip: "75009",
    country: "FR",
    phone: "+33 1 55 55 01 23",
  },
};

const rate = (id: string, carrier: string, service: string, price: string) => ({
  id,
  object: "Rate",
  carrier,
  service,
  rate: price,
  currency: "USD",
  list_rate: price,
  delivery_days: 2,
});

export const easyPostRates = [
  rate("rate_express", "USPS", "Express", "34.15"),
  rate("rate_ground", "USPS", "GroundAdvantage", "6.07"),
  rate("rate_ups", "UPS", "Ground", "11.20"),
];

/** Answers of the shape EasyPost gives (recorded in test mode in 2025), shortened to what is read and some beside it. */
export const easyPostShipment = (more: Record<string, unknown> = {}) => ({
  id: "shp_16578f588f95",
  object: "Shipment",
  mode: "test",
  reference: domestic.reference,
  status: "unknown",
  tracking_code: null,
  refund_status: null,
  messages: [],
  postage_label: null,
  tracker: null,
  selected_rate: null,
  rates: easyPostRates,
  ...more,
});

export const easyPostBought = easyPostShipment({
  tracking_code: "9400111206206406260787",
  selected_rate: easyPostRates[1],
  tracker: { id: "trk_1", object: "Tracker", public_url: "https://track.easypost.com/djE6dHJr" },
  postage_label: {
    object: "PostageLabel",
    label_url: "https://easypost-files.s3.us-west-2.amazonaws.com/files/postage_label/e813.pdf",
    label_pdf_url: null,
    label_file_type: "application/pdf",
  },
});

export const easyPostTracker = {
  id: "trk_e7e8f143",
  object: "Tracker",
  tracking_code: "9400111206206406260787",
  status: "in_transit",
  status_detail: "weather_delay",
  carrier: "USPS",
  est_delivery_date: "2026-11-24T12:00:00Z",
  public_url: "https://track.easypost.com/djE6dHJr",
  tracking_details: [
    {
      object: "TrackingDetail",
      message: "Arrived at USPS Facility",
      status: "in_transit",
      status_detail: "arrived_at_facility",
      datetime: "2026-11-21T08:25:26Z",
      tracking_location: { city: "HOUSTON", state: "TX", country: "US", zip: "77063" },
    },
    {
      object: "TrackingDetail",
      message: "Pre-Shipment Info Sent to USPS",
      status: "pre_transit",
      status_detail: "status_update",
      datetime: "2026-11-19T19:48:26Z",
      tracking_location: { city: null, state: null, country: null, zip: null },
    },
  ],
};

export const shippoRates = [
  {
    object_id: "rate-a",
    provider: "USPS",
    amount: "5.50",
    currency: "USD",
    servicelevel: { token: "usps_ground_advantage", name: "Ground Advantage" },
  },
  {
    object_id: "rate-b",
    provider: "UPS",
    amount: "12.01",
    currency: "USD",
    servicelevel: { token: "ups_ground", name: "Ground" },
  },
];

export const shippoTransaction = {
  object_id: "915d94940ea54c3a80cbfa328722f5a1",
  status: "SUCCESS",
  rate: "rate-a",
  metadata: domestic.reference,
  label_url: "https://deliver.goshippo.com/915d94940ea5.pdf",
  tracking_number: "9400111206206406260787",
  tracking_url_provider: "https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111206206406260787",
  messages: [],
};

export const shippoTrack = {
  carrier: "usps",
  tracking_number: "9400111206206406260787",
  metadata: "aftercare-0199-1",
  eta: "2026-11-25T00:00:00Z",
  transaction: "915d94940ea54c3a80cbfa328722f5a1",
  tracking_status: {
    status: "TRANSIT",
    substatus: { code: "out_for_delivery", text: "Package is out for delivery.", action_required: false },
    status_details: "Your shipment is out for delivery.",
    status_date: "2026-11-22T00:10:00Z",
    location: { city: "Portland", state: "OR", zip: "97201", country: "US" },
  },
  tracking_history: [
    {
      status: "UNKNOWN",
      status_details: "The carrier has received the electronic shipment information.",
      status_date: "2026-11-20T10:00:00Z",
      substatus: null,
      location: null,
    },
    {
      status: "TRANSIT",
      substatus: { code: "out_for_delivery", text: "", action_required: false },
      status_details: "Your shipment is out for delivery.",
      status_date: "2026-11-22T00:10:00Z",
      location: { city: "Portland", state: "OR", zip: "97201", country: "US" },
    },
  ],
};
