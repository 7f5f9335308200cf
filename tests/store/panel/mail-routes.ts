import { Readable } from "node:stream";
import { Router } from "express";
import { localMail } from "../mail/local-mail";
import { openMailbox } from "../mail/mailbox";
import type { Store } from "../store";

/** The mailbox as the panel reads it. */
export function mailRoutes(store: Store): Router {
  const router = Router();
  const mailbox = openMailbox(store.settings.mailboxUrl);

  router.get("/", (_request, response, next) => {
    mailbox.list().then((mails) => response.json(mails), next);
  });
  router.delete("/", (_request, response, next) => {
    mailbox.empty().then(() => response.json({}), next);
  });
  router.get("/:id", (request, response, next) => {
    mailbox.read(request.params.id).then((mail) => response.json(mail), next);
  });
  router.get("/:id/source", (request, response, next) => {
    mailbox.source(request.params.id).then((source) => response.type("text/plain").send(source), next);
  });
  router.get("/:id/html", (request, response, next) => {
    mailbox
      .read(request.params.id)
      .then((mail) => {
        // A mail may show pictures from this machine and nothing else: no scripts, no forms, no other host.
        const policy =
          "default-src 'none'; style-src 'unsafe-inline'; img-src http://127.0.0.1:* data:; sandbox allow-popups allow-popups-to-escape-sandbox";
        response.set("content-security-policy", policy).type("html").send(localMail(store, mail));
      })
      .catch(next);
  });
  router.get("/:id/attachments/:file", (request, response, next) => {
    mailbox
      .attachment(request.params.id, request.params.file)
      .then((file) => {
        response.set({
          "content-type": file.headers.get("content-type") ?? "application/octet-stream",
          "content-security-policy": "sandbox",
          "x-content-type-options": "nosniff",
        });
        if (file.body) Readable.fromWeb(file.body as import("node:stream/web").ReadableStream).pipe(response);
        else response.end();
      })
      .catch(next);
  });
  return router;
}
