/**
 * Puts paragraphs of format=flowed together again (RFC 3676): a line that ends in a space goes on in the next,
 * when both are quoted to the same depth; "-- " never does. Space put before a line is taken away.
 */
export function unflowed(text: string, deletesSpace: boolean): string {
  const out: string[] = [];
  let pieces: string[] = [];
  let depth = 0;
  const end = () => {
    if (pieces.length > 0) out.push((depth > 0 ? `${">".repeat(depth)} ` : "") + pieces.join(""));
    pieces = [];
  };
  for (const line of text.split("\n")) {
    const marks = /^>*/.exec(line)?.[0].length ?? 0;
    const rest = line.slice(marks);
    const content = rest.startsWith(" ") ? rest.slice(1) : rest;
    if (pieces.length > 0 && marks !== depth) end();
    depth = marks;
    const goesOn = content.endsWith(" ") && content !== "-- ";
    if (content === "-- " && pieces.length > 0) end();
    pieces.push(goesOn && deletesSpace ? content.slice(0, -1) : content);
    if (!goesOn) end();
  }
  end();
  return out.join("\n");
}
