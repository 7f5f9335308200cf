import "@remix-run/server-runtime";

// Loaders' answers keep their types on the way to the page: dates stay dates, amounts stay bigints.
declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
