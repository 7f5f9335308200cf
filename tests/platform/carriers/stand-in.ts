import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Wire } from "~/platform/carriers/carrier";

/** One exchange with a carrier, as it was recorded: what is asked, and what comes back. */
export type Exchange = {
  ask: string;
  status?: number;
  contentType?: string;
  body: unknown;
  /** milliseconds before the answer begins */
  after?: number;
  /** the connection is cut in the middle of the body */
  cut?: boolean;
};

export type Asked = { ask: string; headers: Record<string, unknown>; body: unknown };

/**
 * A carrier on this machine, over real HTTP. Exchanges with the same `ask` are answered one after another, the
 * last one again and again; what was not recorded is answered 404, as EasyPost and Shippo do.
 */
export async function standIn(exchanges: Exchange[], file: Uint8Array = PDF) {
  const asked: Asked[] = [];
  const left = [...exchanges];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const ask = `${request.method} ${request.url}`;
      const text = Buffer.concat(chunks).toString();
      asked.push({ ask, headers: request.headers, body: text ? JSON.parse(text) : null });
      const found = left.filter((one) => one.ask === ask);
      const [first] = found;
      if (first && found.length > 1) left.splice(left.indexOf(first), 1);
      const {
        status = 200,
        contentType = "application/json",
        body,
        after = 0,
        cut = false,
      } = first ?? {
        status: 404,
        body: {
          error: { code: "NOT_FOUND", message: "The requested resource could not be found.", errors: [] },
        },
      };
      setTimeout(() => {
        const out = typeof body === "string" ? body : JSON.stringify(body);
        response.writeHead(status, { "content-type": contentType });
        if (!cut) return response.end(out);
        response.write(out.slice(0, out.length / 2));
        setTimeout(() => response.destroy(), 20);
      }, after);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const downloaded: string[] = [];
  const wire: Wire = {
    fetch: (url, init) => fetch(url.replace(/^https:\/\/[^/]+/, `http://127.0.0.1:${port}`), init),
    download: (url) => {
      downloaded.push(url);
      return Promise.resolve({ contentType: "application/pdf", bytes: file });
    },
  };
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return { wire, asked, downloaded, close };
}

export const PDF = Buffer.from("%PDF-1.4\n%%EOF\n");
