import { Router } from "express";
import type { Shopify } from "../engine/index";
import { anyBody, bytesOf } from "../http/body";
import { fileFromForm } from "./multipart-file";

/** Where uploads arrive: `shopify-staged-uploads.shopify.com`. PUT sends bytes, POST a form with a `file`. */
export function stagedUploadRoutes(shopify: Shopify): Router {
  const router = Router();
  router.put("/*", anyBody, (request, response) => {
    const kept = shopify.stagedUpload(
      request.path,
      bytesOf(request),
      request.get("content-type") ?? "application/octet-stream",
    );
    response.status(kept ? 200 : 403).send(kept ? "" : "Unknown upload target");
  });
  router.post("/*", anyBody, async (request, response) => {
    const file = await fileFromForm(bytesOf(request), request.get("content-type") ?? "");
    const kept = file !== undefined && shopify.stagedUpload(request.path, file.bytes, file.contentType);
    response.status(kept ? 201 : 403).send(kept ? "" : "Unknown upload target");
  });
  router.use(fileRoutes(shopify));
  return router;
}

/** What `cdn.shopify.com` serves. */
export function fileRoutes(shopify: Shopify): Router {
  const router = Router();
  router.get("/*", (request, response) => {
    const file = shopify.readFile(request.path);
    if (!file) {
      response.status(404).send("Not found");
      return;
    }
    response
      .set({
        "content-type": file.contentType,
        "x-content-type-options": "nosniff",
        "access-control-allow-origin": "*",
      })
      .send(Buffer.from(file.bytes));
  });
  return router;
}
