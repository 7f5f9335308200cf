import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { download, isPublicAddress } from "~/platform/files/download.server";
import { TryAgain } from "~/platform/queue/failures";

describe("an address of the public internet", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "172.31.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "nonsense",
  ])("is not %s", (ip) => expect(isPublicAddress(ip)).toBe(false));
  it.each(["93.184.216.34", "8.8.8.8", "2606:4700::1111"])("is %s", (ip) =>
    expect(isPublicAddress(ip)).toBe(true));
});

describe("a download", () => {
  it("connects to nothing on this machine or its neighbours, whatever they are called", async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    for (const url of [
      "https://127.0.0.1/a.pdf",
      "https://[::1]/a.pdf",
      "https://2130706433/a.pdf",
      "https://0x7f.1/a.pdf",
      "https://localhost/a.pdf",
      "https://169.254.169.254/latest/meta-data",
      "http://example.com/a.pdf",
      "https://user:pass@example.com/a.pdf",
      "https://example.com:8443/a.pdf",
      "file:///etc/passwd",
      "not an address",
    ])
      await expect(download(url, 1000), url).rejects.toThrow(TryAgain);
    expect(connections).toBe(0);
    server.close();
  });
});
