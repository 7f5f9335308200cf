export { issuePass, type Pass, readPass } from "~/platform/shopper-pass.server";
