import http from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { answerQuestions } from "./part";

/** The least that answers with a page: bytes made beforehand, after one indexed query where `?order=` asks so. */
const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 8 });
let page = Buffer.alloc(0);

const server = http.createServer((request, response) => {
  const answer = () =>
    response.writeHead(200, { "content-type": "text/html", "content-length": page.length }).end(page);
  const order = new URL(request.url ?? "/", "http://bare").searchParams.get("order");
  request.resume();
  if (order === null) return void answer();
  const query = {
    name: "find",
    text: `select o.*, array(select to_json(l) from order_line l where l."shopId" = o."shopId" and l."orderId" = o.id)
           from orders o where o."shopId" = $1 and o."nameKey" = $2`,
    values: [process.env.BARE_SHOP, order],
  };
  pool.query(query).then(answer, () => response.writeHead(500).end());
});

await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
answerQuestions({
  port: () => (server.address() as AddressInfo).port,
  show: (bytes: number) => {
    page = Buffer.alloc(bytes, "x");
  },
});
