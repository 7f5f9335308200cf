// Routes learn here what a shopper's pass opens; features, which may not know doors, use platform's own file.
export { issuePass, type Pass, readPass, samePassFor } from "~/platform/shopper-pass.server";
