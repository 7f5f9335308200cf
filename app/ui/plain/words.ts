/** What people read outside the admin's frame, when there is nothing else to show. */
export const words = {
  missing: {
    title: "This page is not here",
    text: "The address may be mistyped, or what it showed is gone.",
  },
  failed: {
    title: "Something went wrong on our side",
    text: "Nothing was lost. Try again in a moment; if it keeps happening, open the app again from your Shopify admin.",
  },
  front: {
    title: "Aftercare lives in your Shopify admin",
    text: "Open it there, under Apps. It looks after your shoppers once they have paid: where their order is, returns, and their messages.",
    link: "Go to the Shopify admin",
  },
};
