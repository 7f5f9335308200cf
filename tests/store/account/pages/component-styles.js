/** How Shopify's components look here: plain, and large enough for a thumb. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { box-sizing: border-box; }
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  label, legend { font-weight: 500; padding: 0; display: block; }
  label.tick { display: flex; gap: 10px; align-items: start; cursor: pointer; }
  fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
  fieldset legend { margin-block-end: 8px; }
  input, select, textarea, button { font: inherit; color: inherit; }
  input[type=text], input[type=number], select, textarea { width: 100%; margin-block-start: 4px; padding: 10px 12px; border: 1px solid #8a8a8a; border-radius: 8px; background: #fff; min-height: 44px; }
  input[type=number] { max-width: 8rem; display: block; }
  input[type=file] { width: 100%; margin-block-start: 4px; padding: 20px 12px; border: 1px dashed #8a8a8a; border-radius: 8px; background: #fafafa; }
  input[type=checkbox], input[type=radio] { width: 20px; height: 20px; margin: 2px 0 0; flex: none; accent-color: #1d5c40; }
  [aria-invalid=true] { border-color: #b3261e !important; }
  .error { color: #b3261e; display: block; margin-block-start: 4px; }
  .choice { display: flex; gap: 10px; padding: 12px; border: 1px solid #dedede; margin-block-end: -1px; align-items: start; }
  .choice:first-child { border-radius: 8px 8px 0 0; } .choice:last-child { border-radius: 0 0 8px 8px; }
  .choice:has(:checked) { background: #f2f8f4; border-color: #1d5c40; position: relative; }
  .choice label { cursor: pointer; }
  .details { color: #5c5c5c; display: block; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .button { display: inline-block; min-height: 44px; padding: 10px 18px; border-radius: 8px; border: 1px solid #8a8a8a; background: #fff; color: #1f1f1f; text-decoration: none; cursor: pointer; font-weight: 500; }
  .button.primary { background: #1d5c40; border-color: #1d5c40; color: #fff; }
  .button.critical { color: #b3261e; }
  .button:disabled { opacity: .5; cursor: default; }
  .button[aria-busy=true] { opacity: .6; }
  .link { border: 0; background: none; padding: 0; color: #1d5c40; text-decoration: underline; cursor: pointer; }
  :focus-visible { outline: 3px solid #1d5c40; outline-offset: 2px; }
  .banner { padding: 14px 16px; border-radius: 8px; background: #eef3f8; border: 1px solid #c6d5e5; overflow-wrap: anywhere; }
  .banner strong { display: block; }
  .banner.critical { background: #fdecea; border-color: #efc0bb; }
  .banner.warning { background: #fff5e0; border-color: #ecd49a; }
  .banner.success { background: #e9f6ee; border-color: #b6dcc3; }
  ::slotted([slot=breadcrumb-actions]) { display: block; margin-block-end: 16px; }
  h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 16px; }
  h2 { font-size: 1.1rem; line-height: 1.3; margin: 0 0 12px; overflow-wrap: anywhere; }
  section { padding: 16px; border: 1px solid #dedede; border-radius: 12px; background: #fff; }
  summary { min-height: 44px; padding-block: 10px; cursor: pointer; font-weight: 500; overflow-wrap: anywhere; }
  img, .empty { display: block; width: var(--side, 56px); height: var(--side, 56px); object-fit: cover; border-radius: 8px; background: #f0f0f0; }
  :host(s-image) img { width: auto; max-width: 100%; height: auto; }
  .qr { display: grid; place-items: center; width: 160px; height: 160px; border: 8px double #1f1f1f; font: 600 2rem ui-monospace, monospace; }
  .spinner { display: block; width: 22px; height: 22px; border: 2px solid #c9c9c9; border-block-start-color: #1d5c40; border-radius: 50%; }
  @media (prefers-reduced-motion: no-preference) { .spinner { animation: turn 1s linear infinite; } }
  @keyframes turn { to { transform: rotate(1turn); } }
`);
