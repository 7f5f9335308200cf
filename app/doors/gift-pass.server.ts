// Routes learn here what a gift's recipient may do; features, which may not know doors, use platform's own file.
export { type GiftPass, issueGiftPass, readGiftPass } from "~/platform/gift-pass.server";
