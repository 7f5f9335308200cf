import http from "node:http";
import { now } from "./measure";
import { answerQuestions } from "./part";

/** Asks for pages as a browser or Shopify's app proxy would, in a process of its own. */
export type PageRequest = { path: string; headers?: Record<string, string>; form?: string };
export type Asked = { latencies: number[]; statuses: Record<number, number>; bytes: number };

function ask(agent: http.Agent, port: number, { path, headers = {}, form }: PageRequest) {
  return new Promise<{ status: number; bytes: number }>((resolve, reject) => {
    const request = http.request(
      {
        agent,
        port,
        path,
        method: form === undefined ? "GET" : "POST",
        headers: {
          ...headers,
          ...(form === undefined
            ? {}
            : {
                "content-type": "application/x-www-form-urlencoded",
                "content-length": Buffer.byteLength(form),
              }),
        },
      },
      (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, bytes }));
      },
    );
    request.on("error", reject);
    request.end(form);
  });
}

answerQuestions({
  ask: async (given: { port: number; requests: PageRequest[]; atOnce: number }): Promise<Asked> => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: given.atOnce });
    const asked: Asked = { latencies: [], statuses: {}, bytes: 0 };
    let next = 0;
    const goOn = async () => {
      for (let at = next++; at < given.requests.length; at = next++) {
        const before = now();
        const { status, bytes } = await ask(agent, given.port, given.requests[at] as PageRequest);
        asked.latencies.push(now() - before);
        asked.statuses[status] = (asked.statuses[status] ?? 0) + 1;
        asked.bytes = bytes;
      }
    };
    await Promise.all(Array.from({ length: given.atOnce }, goOn));
    agent.destroy();
    return asked;
  },
});
